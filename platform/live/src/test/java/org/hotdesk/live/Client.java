package org.hotdesk.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A client of the live interface, as anybody could write one with the JDK alone. */
final class Client implements WebSocket.Listener {
    static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;

    static Client connect(URI address, String bearer) {
        return connect(address, bearer, "");
    }

    static Client connect(URI address, String bearer, String origin) {
        var client = new Client();
        var builder = HTTP.newWebSocketBuilder();
        if (!bearer.isEmpty()) {
            builder.header("Authorization", "Bearer " + bearer);
        }
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        client.socket = builder.buildAsync(address, client).join();
        return client;
    }

    /** Sends a frame; written with single quotes. */
    Client say(String frame) {
        return sayAsItIs(frame.replace('\'', '"'));
    }

    Client sayAsItIs(String frame) {
        socket().sendText(frame, true).join();
        return this;
    }

    private WebSocket socket() {
        if (socket == null) {
            throw new IllegalStateException("not connected");
        }
        return socket;
    }

    /** The next frame of this type, whatever comes before it. */
    JsonNode next(String type) {
        return next(type, any -> true);
    }

    /** The next frame of this type that is so, whatever comes before it. */
    JsonNode next(String type, Predicate<JsonNode> is) {
        try {
            while (true) {
                var frame = frames.poll(5, TimeUnit.SECONDS);
                if (frame == null) {
                    throw new AssertionError("no frame " + type + " came");
                }
                if (frame.get("type").textValue().equals(type) && is.test(frame)) {
                    return frame;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next frame, if there is one by now. */
    @Nullable JsonNode poll(Duration patience) throws InterruptedException {
        return frames.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    int closeCode() {
        return closed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    boolean isClosed() {
        return closed.isDone();
    }

    void leave() {
        socket().abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                frames.add(Json.MAPPER.readTree(partial.toString()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            partial.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedStage(true);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedStage(true);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(-1);
    }
}
