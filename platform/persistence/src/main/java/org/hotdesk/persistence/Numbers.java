package org.hotdesk.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Numbers that no node gives twice, taken from the database in blocks. */
final class Numbers {
    private static final int BLOCK = 100_000;

    private final Database database;
    private final String name;
    private long next;
    private long end;

    Numbers(Database database, String name) {
        this.database = database;
        this.name = name;
    }

    synchronized long next() {
        if (next == end) {
            try {
                next = takeBlock();
            } catch (SQLException failure) {
                throw SqlFailure.of(failure);
            }
            end = next + BLOCK;
        }
        return next++;
    }

    /** On a connection of its own: whoever asks may hold the last one of the pool. */
    private long takeBlock() throws SQLException {
        try (Connection connection = database.plain().getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            run(connection, "INSERT IGNORE INTO persistence_number (name, next) VALUES (?, 1)");
            connection.setAutoCommit(false);
            run(
                    connection,
                    "UPDATE persistence_number SET next = next + " + BLOCK + " WHERE name = ?");
            long taken = read(connection) - BLOCK;
            connection.commit();
            return taken;
        }
    }

    private void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.executeUpdate();
        }
    }

    private long read(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT next FROM persistence_number WHERE name = ?")) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
