package org.hotdesk.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Makes later starts faster: a demonstration runs for a moment, and what the Java machine learnt is
 * kept beside the libraries. It serves this Java and these libraries; others start without it.
 */
record Tuning(Path home) {

    /** Relative to the installation, whose path may have spaces. */
    private static final String CACHE = "lib/hotdesk.aot";

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int ROUNDS = 20;
    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/console/",
                    "/demo/",
                    "/health/ready",
                    "/api/v1/openapi.json",
                    "/api/v1/session");

    /** Answers the file that was written. */
    Path run() {
        try {
            Files.deleteIfExists(home.resolve(CACHE));
            var data = Files.createTempDirectory("hotdesk-tune");
            try {
                rehearse(data);
            } finally {
                delete(data);
            }
        } catch (IOException | InterruptedException broken) {
            throw Refusal.failed("Hotdesk could not be tuned: " + broken);
        }
        if (!Files.exists(home.resolve(CACHE))) {
            throw Refusal.failed("Hotdesk could not be tuned: this Java kept nothing");
        }
        return home.resolve(CACHE);
    }

    private void rehearse(Path data) throws IOException, InterruptedException {
        var process = spawn(data);
        try {
            var address = awaitReady(process, data.resolve("demo"));
            for (var round = 0; round < ROUNDS; round++) {
                PAGES.forEach(address::get);
            }
        } finally {
            process.destroy();
        }
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw Refusal.failed("Hotdesk could not be tuned: it does not stop");
        }
    }

    private Process spawn(Path data) throws IOException {
        var builder =
                new ProcessBuilder(home.resolve("bin/hotdesk").toString(), "demo")
                        .directory(home.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(terminal(data).toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("HOTDESK_"));
        environment.put("HOTDESK_DATA", data.toString());
        environment.put("HOTDESK_HOST", "127.0.0.1");
        environment.put("HOTDESK_PORT", "0");
        environment.put("HOTDESK_DB_URL", "jdbc:h2:mem:tune");
        environment.put("HOTDESK_JAVA_OPTS", "-XX:AOTCacheOutput=" + CACHE);
        return builder.start();
    }

    private static Address awaitReady(Process process, Path data)
            throws IOException, InterruptedException {
        var deadline = Instant.now().plus(LIMIT);
        while (process.isAlive() && Instant.now().isBefore(deadline)) {
            Optional<Address> ready =
                    DataFolder.running(data)
                            .map(server -> new Address(server.address()))
                            .filter(Address::isReady);
            if (ready.isPresent()) {
                return ready.get();
            }
            Thread.sleep(PAUSE);
        }
        throw Refusal.failed(
                "Hotdesk could not be tuned, it does not start. The last that it said:\n"
                        + Background.lastLines(terminal(data.resolveSibling(""))));
    }

    private static Path terminal(Path data) {
        return data.resolve("terminal.txt");
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
