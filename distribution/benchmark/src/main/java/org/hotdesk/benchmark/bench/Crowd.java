package org.hotdesk.benchmark.bench;

import org.hotdesk.benchmark.client.Json;
import org.hotdesk.benchmark.client.LiveListener;
import org.hotdesk.benchmark.client.LiveSocket;
import org.hotdesk.benchmark.client.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Visitors who are connected and do nothing. */
final class Crowd implements AutoCloseable {
    /** Few enough at once that the server's queue of connections does not overflow. */
    private static final int AT_ONCE = 100;

    private static final int TOLD_EVERY = 1_000;
    private static final int PATIENCE_SECONDS = 30;

    private final List<LiveSocket> sockets = new ArrayList<>();

    private Crowd() {}

    static Crowd gather(Site site, List<Site.Arrival> arrivals, Conditions conditions) {
        var crowd = new Crowd();
        var room = new Semaphore(AT_ONCE);
        var welcomed = new ArrayList<CompletableFuture<Void>>();
        for (var arrival : arrivals) {
            awaitRoom(room);
            var bystander = new Bystander(arrival.token());
            welcomed.add(bystander.welcomed.whenComplete((_, _) -> room.release()));
            crowd.sockets.add(
                    site.loop()
                            .connect(site.rest().server(), "/live/visitor", Map.of(), bystander));
            if (welcomed.size() % TOLD_EVERY == 0) {
                conditions.say("  " + welcomed.size() + " of " + arrivals.size());
            }
        }
        welcomed.forEach(one -> Moments.await(one, PATIENCE_SECONDS, "the welcome of a visitor"));
        return crowd;
    }

    private static void awaitRoom(Semaphore room) {
        try {
            if (!room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Refusal.failure("No visitor was welcomed for " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Refusal.failure("interrupted");
        }
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
