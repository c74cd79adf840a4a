package org.hotdesk.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.hotdesk.fixture.Administrator;
import org.hotdesk.fixture.Installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;

/** Somebody who searched for 退货, came to the shop, and asks by REST. */
final class Shopper {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    private Shopper(String url) {
        this.url = url + "/api/v1";
        token =
                post(
                                "/visitors",
                                Optional.empty(),
                                "{\"url\":\"https://shop.example/\",\"title\":\"Shop\","
                                        + "\"referrer\":\"https://www.baidu.com/s?wd=%E9%80%80%E8%B4%A7\","
                                        + "\"language\":\"zh-CN\"}")
                        .get("token")
                        .asText();
    }

    static Shopper of(Installation installation) {
        return new Shopper(installation.url());
    }

    /** Begins a conversation and answers its id. */
    String ask(String entryPoint, String text) {
        String body =
                "{\"entryPoint\":\"%s\",\"language\":\"zh-CN\",\"clientId\":\"a\",\"text\":\"%s\"}"
                        .formatted(entryPoint, text);
        return post("/conversations", Optional.of(token), body).get("id").asText();
    }

    private JsonNode post(String path, Optional<String> visitor, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        visitor.ifPresent(secret -> request.header("Authorization", "Visitor " + secret));
        try {
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            return Administrator.json(answer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }
}
