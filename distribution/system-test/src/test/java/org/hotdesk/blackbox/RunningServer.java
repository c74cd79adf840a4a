package org.hotdesk.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A demo server that runs; it can be killed as by a power cut, and started again. */
final class RunningServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Installation installation;
    private final Path terminal;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    private RunningServer(Installation installation, Path terminal) {
        this.installation = installation;
        this.terminal = terminal;
        this.process = installation.begin(terminal, "demo");
    }

    /** Starts a demo server and waits until it is ready and its sample data are there. */
    static RunningServer start(Installation installation) {
        try {
            RunningServer server =
                    new RunningServer(
                            installation, Files.createTempFile("hotdesk-terminal", ".txt"));
            server.awaitReady();
            await().atMost(PATIENCE)
                    .until(() -> server.terminal().contains("The sample conversations are there."));
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Installation installation() {
        return installation;
    }

    /** What the server has written on its terminal. */
    String terminal() {
        try {
            return Files.readString(terminal);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        assertThat(process.onExit()).succeedsWithin(PATIENCE);
    }

    void startAgain() {
        process = installation.begin(terminal, "demo");
        awaitReady();
    }

    private void awaitReady() {
        await().atMost(PATIENCE)
                .failFast(() -> assertThat(process.isAlive()).as(terminal()).isTrue())
                .until(this::isReady);
    }

    private boolean isReady() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(installation.url() + "/health/ready")).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            assertThat(process.onExit()).succeedsWithin(PATIENCE);
        } finally {
            process.destroyForcibly();
        }
    }
}
