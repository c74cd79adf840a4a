package org.hotdesk.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of the assembled server, in a folder whose name has a space. */
final class Installation {
    private static final Path ASSEMBLED = Path.of("../server/target/hotdesk").toAbsolutePath();

    private final Path home;
    private final int port = freePort();
    private final Map<String, String> environment;

    private Installation(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    /** Copies the assembled server into a folder; it will run with these environment variables. */
    static Installation in(Path folder, Map<String, String> environment) {
        Path home = folder.resolve("a desk");
        copy(ASSEMBLED, home);
        return new Installation(home, environment);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path plugins() {
        return home.resolve("plugins");
    }

    Path data() {
        return home.resolve("data");
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** What a command printed and how it ended. */
    record Ended(int exit, List<String> out, List<String> err) {}

    /** Runs a command of bin/hotdesk to its end. */
    Ended run(String... arguments) {
        try {
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            Process process = process(out, err, arguments);
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", arguments) + " did not end");
            }
            return new Ended(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }

    /** Starts a command of bin/hotdesk; both of its outputs go into one file. */
    Process begin(Path output, String... arguments) {
        try {
            return process(output, output, arguments);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Process process(Path out, Path err, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/hotdesk").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
                        .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()));
        builder.environment().put("HOTDESK_PORT", Integer.toString(port));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
