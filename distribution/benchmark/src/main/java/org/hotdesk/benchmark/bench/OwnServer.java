package org.hotdesk.benchmark.bench;

import org.hotdesk.benchmark.client.Call;
import org.hotdesk.benchmark.client.Refusal;
import org.hotdesk.benchmark.client.Rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A server of this installation, started for one run: with a data folder, settings and plugins of
 * its own, so that the installation stays as it is.
 */
final class OwnServer implements AutoCloseable {
    private static final String SETTINGS =
            """
            rest.visitors-per-minute=0
            rest.sign-ins-per-minute=0
            live.frames-per-second=0
            """;

    private final Process process;
    private final URI address;
    private final String adminPassword;
    private final double startSeconds;

    private OwnServer(Process process, URI address, String password, double seconds) {
        this.process = process;
        this.address = address;
        this.adminPassword = password;
        this.startSeconds = seconds;
    }

    /** The installation that this program belongs to. */
    static Path home() {
        var home = Path.of(System.getProperty("hotdesk.home", "")).toAbsolutePath();
        if (!Files.isRegularFile(home.resolve("bin/hotdesk"))) {
            throw Refusal.failure(
                    "There is no installation around this program; use bin/hotdesk bench");
        }
        return home;
    }

    /** Starts a server in {@code folder}, and waits until it is ready. */
    static OwnServer start(Path folder, Database database) {
        try {
            var home = furnish(folder.resolve("home"));
            var address = URI.create("http://127.0.0.1:" + freePort() + "/");
            var password = UUID.randomUUID().toString();
            var builder = new ProcessBuilder("sh", home.resolve("bin/hotdesk").toString(), "run");
            var environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("HOTDESK_DB"));
            environment.putAll(database.environment());
            environment.put("HOTDESK_HOST", "127.0.0.1");
            environment.put("HOTDESK_PORT", Integer.toString(address.getPort()));
            environment.put("HOTDESK_DATA", folder.resolve("data").toString());
            environment.put("HOTDESK_ADMIN_PASSWORD", password);
            builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
            long begun = System.nanoTime();
            var process = builder.start();
            awaitReady(process, address, folder);
            double seconds = (System.nanoTime() - begun) / 1e9;
            return new OwnServer(process, address, password, seconds);
        } catch (IOException impossible) {
            throw Refusal.failure("The server cannot be started: " + impossible.getMessage());
        }
    }

    private static Path furnish(Path home) throws IOException {
        var real = home();
        if (Files.exists(home)) {
            return home;
        }
        for (var own : List.of("bin", "conf", "plugins")) {
            Files.createDirectories(home.resolve(own));
        }
        for (var shared : List.of("lib", "bundles")) {
            Files.createSymbolicLink(home.resolve(shared), real.resolve(shared));
        }
        copy(real.resolve("bin/hotdesk"), home.resolve("bin"));
        try (var jars = Files.newDirectoryStream(real.resolve("plugins"), "*.jar")) {
            for (var jar : jars) {
                copy(jar, home.resolve("plugins"));
            }
        }
        Files.writeString(home.resolve("conf/hotdesk.properties"), SETTINGS);
        return home;
    }

    private static void copy(Path file, Path folder) throws IOException {
        Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitReady(Process process, URI address, Path folder) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        try (var rest = new Rest(address)) {
            while (!isReady(rest)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    process.destroyForcibly();
                    throw Refusal.failure("The server did not become ready: " + lastWords(folder));
                }
                Moments.sleep(Duration.ofMillis(10));
            }
        }
    }

    private static boolean isReady(Rest rest) {
        try {
            return rest.send(Call.get("health/ready")).ok();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String lastWords(Path folder) {
        try {
            return Files.readString(folder.resolve("log"))
                    .strip()
                    .lines()
                    .reduce("", (_, last) -> last);
        } catch (IOException silent) {
            return "it said nothing";
        }
    }

    URI address() {
        return address;
    }

    String adminPassword() {
        return adminPassword;
    }

    double startSeconds() {
        return startSeconds;
    }

    Watched watched() {
        return new Watched(process.toHandle());
    }

    /** Ends the server as an operator would. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Removes a folder and all that is in it. */
    static void remove(Path folder) {
        try (var tree = Files.walk(folder)) {
            for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
