package org.hotdesk.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A server in the background: starts it, finds it, stops it. */
record Background(Settings settings) {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_MARGIN = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int LAST_LINES = 12;

    /** The server of this installation, the plain one or else the demonstration. */
    Optional<DataFolder.Running> running() {
        return Stream.of(settings.data(), settings.data().resolve("demo"))
                .flatMap(folder -> DataFolder.running(folder).stream())
                .findFirst();
    }

    /** Starts a server, and answers what it said on its terminal until it was ready. */
    String start() {
        DataFolder.running(settings.data())
                .ifPresent(
                        other -> {
                            throw Refusal.failed(
                                    "Hotdesk is running already, pid " + other.process().pid());
                        });
        var folder = settings.data().resolve("log");
        var log = settings.logFile().orElse(folder.resolve("hotdesk.log"));
        var terminal = folder.resolve("terminal.txt");
        try {
            DataFolder.createPrivately(settings.data());
            Files.createDirectories(folder);
            Files.writeString(terminal, "");
            awaitReady(spawn(terminal, log), terminal, log);
            var said = Files.readString(terminal);
            Files.write(
                    terminal,
                    new byte[0],
                    StandardOpenOption.TRUNCATE_EXISTING); // it may show a first password
            return said;
        } catch (IOException | InterruptedException broken) {
            throw Refusal.failed("Hotdesk cannot be started: " + broken);
        }
    }

    /** Asks a server to stop and waits until it is gone. */
    void stop(DataFolder.Running server) {
        server.process().destroy();
        var limit = Duration.ofSeconds(settings.stopSeconds()).plus(STOP_MARGIN);
        try {
            server.process().onExit().get(limit.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | InterruptedException | ExecutionException late) {
            throw Refusal.failed(
                    "Hotdesk, pid %d, has not stopped within %d s"
                            .formatted(server.process().pid(), limit.toSeconds()));
        }
    }

    /** A process of its own that outlives this one and its terminal. */
    private Process spawn(Path terminal, Path log) throws IOException {
        var script = settings.home().resolve("bin/hotdesk").toString();
        var command = List.of("/bin/sh", "-c", "trap '' HUP; exec \"$0\" run", script);
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(terminal.toFile()));
        builder.environment().put("HOTDESK_LOG_FILE", log.toString());
        return builder.start();
    }

    private static void awaitReady(Process process, Path terminal, Path log)
            throws IOException, InterruptedException {
        var deadline = Instant.now().plus(START_LIMIT);
        while (!Files.readString(terminal).contains(Welcome.READY)) {
            if (!process.isAlive()) {
                throw Refusal.failed(
                        "Hotdesk did not start. The last that it said:\n"
                                + lastLines(log, terminal));
            }
            if (Instant.now().isAfter(deadline)) {
                process.destroy();
                throw Refusal.failed(
                        "Hotdesk was not ready within %d s. The last that it said:%n%s"
                                .formatted(START_LIMIT.toSeconds(), lastLines(log, terminal)));
            }
            Thread.sleep(PAUSE);
        }
    }

    /** What the files end with, without the stacks of exceptions. */
    static String lastLines(Path... files) throws IOException {
        var lines = Stream.<String>builder();
        for (var file : files) {
            if (Files.exists(file)) {
                var all =
                        Files.readAllLines(file).stream()
                                .filter(line -> !line.startsWith("\t"))
                                .toList();
                all.subList(Math.max(0, all.size() - LAST_LINES), all.size()).forEach(lines);
            }
        }
        return String.join("\n", lines.build().toList());
    }
}
