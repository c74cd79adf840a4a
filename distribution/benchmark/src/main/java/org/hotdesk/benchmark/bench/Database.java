package org.hotdesk.benchmark.bench;

import org.hotdesk.benchmark.client.Refusal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The database of a run: a new one, dropped afterwards; embedded, or on a server. */
final class Database implements AutoCloseable {
    private final Optional<Login> login;
    private final Path folder;
    private final String name =
            "hotdesk_bench_" + Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), 36);

    /** How to reach a database server. */
    record Login(String url, String user, String password) {}

    private Database(Optional<Login> login, Path folder) {
        this.login = login;
        this.folder = folder;
    }

    /** Makes a new database beside the one of the login; without a login it is embedded. */
    static Database create(Optional<Login> login, Path folder) {
        var database = new Database(login, folder);
        login.ifPresent(there -> administer(there, "CREATE DATABASE " + database.name));
        return database;
    }

    private static void administer(Login login, String statement) {
        try (var connection =
                        DriverManager.getConnection(login.url(), login.user(), login.password());
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException refused) {
            throw Refusal.failure(statement + " was refused: " + refused.getMessage());
        }
    }

    /** What the server is told about it. */
    Map<String, String> environment() {
        return login.map(
                        there ->
                                Map.of(
                                        "HOTDESK_DB_URL", url(there),
                                        "HOTDESK_DB_USER", there.user(),
                                        "HOTDESK_DB_PASSWORD", there.password()))
                .orElse(Map.of("HOTDESK_DB_URL", "", "HOTDESK_DB_USER", ""));
    }

    private String url(Login there) {
        return there.url().replaceFirst("^(jdbc:[a-z]+://[^/]+/)[^?]*", "$1" + name);
    }

    /** A connection of the baseline; for the embedded kind to a file of its own. */
    Connection connect() throws SQLException {
        if (login.isPresent()) {
            return DriverManager.getConnection(
                    url(login.get()), login.get().user(), login.get().password());
        }
        var file = folder.resolve("baseline").toAbsolutePath();
        return DriverManager.getConnection(
                "jdbc:h2:async:" + file + ";MODE=MariaDB;WRITE_DELAY=0;DB_CLOSE_DELAY=-1");
    }

    /** Product and version. */
    String product() {
        try (var connection = connect()) {
            var meta = connection.getMetaData();
            return meta.getDatabaseProductName() + " " + meta.getDatabaseProductVersion();
        } catch (SQLException unreachable) {
            throw Refusal.failure("The database does not answer: " + unreachable.getMessage());
        }
    }

    @Override
    public void close() {
        login.ifPresent(there -> administer(there, "DROP DATABASE " + name));
    }
}
