package org.hotdesk.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.hotdesk.fixture.Installation;
import org.hotdesk.fixture.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class StartIT {
    private static final List<String> PATHS =
            List.of("/", "/console/", "/demo/", "/api/v1/session", "/live/visitor", "/nowhere");

    @TempDir Path folder;
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void who_comes_while_it_starts_is_told_to_come_again() throws Exception {
        Installation installation = Installation.in(folder, Map.of());
        try (RunningServer server = RunningServer.begin(installation)) {
            await().atMost(Duration.ofMinutes(4)).until(() -> answers(server.url()));
            List<HttpResponse<String>> before = untilReady(server.url());
            assertThat(before).isNotEmpty();
            assertThat(before)
                    .allSatisfy(
                            answer -> {
                                assertThat(answer.statusCode())
                                        .as(answer.uri() + "")
                                        .isEqualTo(503);
                                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                            });
            assertThat(before.getFirst().body()).contains("<h1>Hotdesk 正在启动</h1>");
            assertThat(get(server.url() + "/", "text/html").statusCode()).isEqualTo(200);
            await().untilAsserted(
                            () ->
                                    assertThat(server.terminal())
                                            .containsSubsequence(
                                                    "Making sample conversations: 0 of",
                                                    "The sample conversations are there.",
                                                    "is ready after",
                                                    "hotdesk-demo"));
        }
    }

    @Test
    void programs_are_told_as_they_like_it() throws Exception {
        Installation installation = Installation.in(folder, Map.of());
        try (RunningServer server = RunningServer.begin(installation)) {
            await().atMost(Duration.ofMinutes(4)).until(() -> answers(server.url()));
            HttpResponse<String> answer = get(server.url() + "/api/v1/teams", "application/json");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
            assertThat(answer.body()).contains("\"code\":\"starting\"");
            assertThat(get(server.url() + "/health/live", "*/*").statusCode()).isEqualTo(200);
            server.awaitReady();
        }
    }

    /** What everybody heard while the server did not say that it is ready. */
    private List<HttpResponse<String>> untilReady(String url) throws Exception {
        List<HttpResponse<String>> heard = new ArrayList<>();
        while (true) {
            List<HttpResponse<String>> round = new ArrayList<>();
            for (String path : PATHS) {
                round.add(get(url + path, "text/html"));
            }
            if (get(url + "/health/ready", "*/*").statusCode() == 200) {
                return heard;
            }
            heard.addAll(round);
        }
    }

    private boolean answers(String url) throws IOException, InterruptedException {
        try {
            return get(url + "/health/live", "*/*").statusCode() > 0;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    private HttpResponse<String> get(String url, String accept)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Accept", accept)
                        .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")
                        .build(),
                BodyHandlers.ofString());
    }
}
