package org.hotdesk.benchmark.bench;

import org.hotdesk.benchmark.client.Json;
import org.hotdesk.benchmark.client.LiveListener;
import org.hotdesk.benchmark.client.LiveSocket;
import org.hotdesk.benchmark.client.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Visitors who are connected and do nothing. */
final class Crowd implements AutoCloseable {
    /** Few enough at once that the server's queue of connections does not overflow. */
    private static final int AT_ONCE = 100;

    private final List<LiveSocket> sockets = new ArrayList<>();

    private Crowd() {}

    static Crowd gather(Site site, List<Site.Arrival> arrivals) {
        var crowd = new Crowd();
        for (int i = 0; i < arrivals.size(); i += AT_ONCE) {
            var welcomed = new ArrayList<CompletableFuture<Void>>();
            for (var arrival : arrivals.subList(i, Math.min(i + AT_ONCE, arrivals.size()))) {
                var bystander = new Bystander(arrival.token());
                welcomed.add(bystander.welcomed);
                crowd.sockets.add(
                        site.loop()
                                .connect(
                                        site.rest().server(),
                                        "/live/visitor",
                                        Map.of(),
                                        bystander));
            }
            welcomed.forEach(one -> Moments.await(one, 30, "the welcome of a visitor"));
        }
        return crowd;
    }

    /** How many are still connected. */
    long present() {
        return sockets.stream().filter(LiveSocket::isOpen).count();
    }

    @Override
    public void close() {
        sockets.forEach(LiveSocket::cut);
    }

    private record Bystander(String token, CompletableFuture<Void> welcomed)
            implements LiveListener {
        Bystander(String token) {
            this(token, new CompletableFuture<>());
        }

        @Override
        public void opened(LiveSocket socket) {
            socket.send(Json.bytes(Json.frame("hello").put("token", token)));
        }

        @Override
        public void text(LiveSocket socket, byte[] utf8) {
            welcomed.complete(null);
        }

        @Override
        public void closed(LiveSocket socket, int code, String reason) {
            welcomed.completeExceptionally(
                    Refusal.failure("A visitor's connection ended: " + code + " " + reason));
        }
    }
}
