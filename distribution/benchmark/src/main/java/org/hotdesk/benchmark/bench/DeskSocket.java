package org.hotdesk.benchmark.bench;

import org.hotdesk.benchmark.client.Json;
import org.hotdesk.benchmark.client.LiveListener;
import org.hotdesk.benchmark.client.LiveSocket;
import org.hotdesk.benchmark.client.Refusal;
import org.hotdesk.benchmark.client.Rest;
import org.hotdesk.benchmark.client.SignedIn;
import org.hotdesk.benchmark.client.SocketLoop;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The connection of an agent who listens. */
final class DeskSocket implements LiveListener {
    private final String agent;
    private final CompletableFuture<Void> online = new CompletableFuture<>();
    private final LiveSocket socket;
    private volatile Consumer<byte[]> hears = _ -> {};

    @SuppressWarnings("this-escape") // the loop calls back only after this thread returned to it
    DeskSocket(SignedIn signedIn, Rest rest, SocketLoop loop) {
        this.agent = signedIn.agent();
        var server = rest.server();
        var headers =
                Map.of(
                        "Authorization",
                        signedIn.authorization(),
                        "Origin",
                        server.getScheme() + "://" + server.getAuthority());
        this.socket = loop.connect(server, "/live/agent", headers, this);
    }

    String agent() {
        return agent;
    }

    CompletableFuture<Void> online() {
        return online;
    }

    /** Who hears the frames from now on, on the thread of the loop. */
    void hears(Consumer<byte[]> listener) {
        hears = listener;
    }

    /** Is from now on like this; the answer is not waited for. */
    void presence(String presence) {
        socket.send(
                Json.bytes(Json.frame("presence").put("id", presence).put("presence", presence)));
    }

    void cut() {
        socket.cut();
    }

    @Override
    public void opened(LiveSocket on) {
        var hello = Json.frame("hello").put("presence", "ONLINE");
        hello.putObject("seen");
        on.send(Json.bytes(hello));
    }

    @Override
    public void text(LiveSocket on, byte[] utf8) {
        if (online.isDone()) {
            hears.accept(utf8);
            return;
        }
        var frame = Json.lenient(utf8);
        var type = frame.path("type").asText();
        if (type.equals("welcome")) {
            if (frame.path("presence").path("presence").asText().equals("ONLINE")) {
                online.complete(null);
            } else {
                var presence = Json.frame("presence").put("id", "1").put("presence", "ONLINE");
                on.send(Json.bytes(presence));
            }
        } else if (type.equals("ack")) {
            online.complete(null);
        } else if (type.equals("error")) {
            online.completeExceptionally(
                    Refusal.failure("An agent was refused: " + frame.path("message").asText()));
        }
    }

    @Override
    public void closed(LiveSocket on, int code, String reason) {
        online.completeExceptionally(
                Refusal.failure("An agent's connection ended: " + code + " " + reason));
    }
}
