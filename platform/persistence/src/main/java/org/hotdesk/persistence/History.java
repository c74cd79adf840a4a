package org.hotdesk.persistence;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A bundle's history table, read without Flyway: a start at which nothing is new, which is nearly
 * every one, need not wait for it.
 */
final class History {
    private final Connection connection;
    private final String table;

    History(Connection connection, Home home) {
        this.connection = connection;
        this.table = home.history();
    }

    boolean exists() throws SQLException {
        try (ResultSet tables =
                connection
                        .getMetaData()
                        .getTables(
                                connection.getCatalog(),
                                connection.getSchema(),
                                table.replace("_", "\\_"),
                                new String[] {"TABLE", "BASE TABLE"})) {
            return tables.next();
        }
    }

    /** Whether exactly these scripts have run, as they are; when in doubt not. */
    boolean tellsOf(Home home) throws SQLException {
        Map<String, Integer> run = new HashMap<>();
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT script, checksum FROM `%s` WHERE type = 'SQL' AND success"
                                        .formatted(table));
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                run.put(row.getString(1), row.getInt(2));
            }
        }
        Map<String, Integer> wanted = new HashMap<>();
        home.scripts().forEach(script -> wanted.put(script.name(), checksum(script.sql())));
        return run.equals(wanted);
    }

    /** As Flyway reckons it: over the lines, so that their ends do not matter. */
    private static int checksum(String sql) {
        CRC32 sum = new CRC32();
        sql.lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }

    /** A corrected version of a bundle may try again what failed. */
    void forgetFailures() throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "DELETE FROM `%s` WHERE NOT success".formatted(table))) {
            delete.executeUpdate();
        }
    }
}
