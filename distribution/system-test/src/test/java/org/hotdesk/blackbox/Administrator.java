package org.hotdesk.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** Somebody who may do everything, by REST. */
final class Administrator {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    private Administrator(String url) {
        this.url = url + "/api/v1";
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(URI.create(this.url + "/session"))
                                .header("Content-Type", "application/json")
                                .header("Accept-Token", "true")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"login\":\"admin\",\"password\":\"hotdesk-demo\"}"))
                                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        token = json(answer).get("token").asText();
    }

    static Administrator of(Installation installation) {
        return new Administrator(installation.url());
    }

    JsonNode get(String path) {
        HttpResponse<String> answer = send(request(path).GET().build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    /** Status of a request, whatever it is. */
    int status(String path) {
        return send(request(path).GET().build()).statusCode();
    }

    HttpResponse<String> put(String path, String etag, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"" + etag + "\"")
                        .PUT(BodyPublishers.ofString(body))
                        .build());
    }

    /** Uploads a bundle; also one that the server will refuse. */
    HttpResponse<String> upload(String path, Path jar) {
        try {
            BodyPublisher body = BodyPublishers.ofFile(jar);
            return send(
                    request(path)
                            .header("Content-Type", "application/java-archive")
                            .POST(body)
                            .build());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    JsonNode bundle(String name) {
        return get("/bundles/" + name);
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException garbage) {
            throw new UncheckedIOException(answer.body(), garbage);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }
}
