package org.hotdesk.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The assembled server with its sample data, on a free port and a data folder of its own. */
final class DemoServer implements AutoCloseable {
    private static final Path HOME = Path.of("../server/target/hotdesk").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Until then sample agents and visitors are at work. */
    private static final String STAGED = "The sample conversations are there.";

    private final Path data;
    private final int port;
    private Process process;

    private DemoServer(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.process = begin();
    }

    static DemoServer start() {
        assertThat(HOME.resolve("bin/hotdesk"))
                .as("the assembled server; mvn -pl distribution/server package makes it")
                .exists();
        try {
            var server = new DemoServer(Files.createTempDirectory("hotdesk-browser"), freePort());
            server.awaitLog(STAGED);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Ends it without any warning, as a power cut would. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        assertThat(process.onExit()).succeedsWithin(PATIENCE);
    }

    /** Starts it again on what it had kept. */
    void restart() {
        try {
            process = begin();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitLog("is ready after");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private Process begin() throws IOException {
        var builder = new ProcessBuilder(HOME.resolve("bin/hotdesk").toString(), "demo");
        builder.environment().put("HOTDESK_PORT", Integer.toString(port));
        builder.environment().put("HOTDESK_DATA", data.toString());
        return builder.redirectErrorStream(true).redirectOutput(log().toFile()).start();
    }

    private Path log() {
        return data.resolve("terminal.txt");
    }

    private void awaitLog(String words) {
        await("“%s” in %s".formatted(words, log()))
                .atMost(PATIENCE)
                .failFast("the server ended, see " + log(), () -> !process.isAlive())
                .until(() -> Files.readString(log()).contains(words));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
