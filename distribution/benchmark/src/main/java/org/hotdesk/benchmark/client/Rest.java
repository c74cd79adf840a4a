package org.hotdesk.benchmark.client;

import com.fasterxml.jackson.databind.node.MissingNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The REST interface of one server. Thread-safe; a call blocks its thread. */
public final class Rest implements AutoCloseable {
    private static final Duration MOMENT = Duration.ofMillis(250);

    private final URI server;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    public Rest(URI server) {
        this.server = server;
    }

    /** Understands an address that somebody typed. */
    public static URI address(String typed) {
        try {
            var address = URI.create(typed.endsWith("/") ? typed : typed + "/");
            if ("http".equals(address.getScheme()) && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw Refusal.usage("--server is to be like http://127.0.0.1:8080, not " + typed);
    }

    /** Where the server is. */
    public URI server() {
        return server;
    }

    /** Sends a request once. */
    public Answer send(Call call) throws IOException {
        var request = HttpRequest.newBuilder(server.resolve(call.path()));
        call.headers().forEach(request::header);
        request.timeout(Duration.ofSeconds(30));
        request.method(
                call.method(),
                call.body().map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody));
        try {
            return understood(client.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /** Sends a request until it is answered with something that will not pass by itself. */
    public Answer insist(Call call, Patience patience) throws Patience.Exhausted {
        while (true) {
            var wait = MOMENT;
            try {
                var answer = send(call);
                if (!answer.passing()) {
                    return answer;
                }
                wait = answer.retryAfter().map(Rest::seconds).orElse(MOMENT);
            } catch (IOException unreachable) {
                wait = MOMENT;
            }
            patience.pause(wait);
        }
    }

    private static Duration seconds(String header) {
        return header.matches("\\d{1,2}") ? Duration.ofSeconds(Long.parseLong(header)) : MOMENT;
    }

    private static Answer understood(HttpResponse<byte[]> response) {
        var headers = response.headers();
        var body = response.body();
        return new Answer(
                response.statusCode(),
                body.length == 0 ? MissingNode.getInstance() : Json.lenient(body),
                headers.firstValue("ETag"),
                headers.firstValue("Retry-After"));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
