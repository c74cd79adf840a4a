package org.hotdesk.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/**
 * The right to do something on one node only, and how far it got.
 *
 * <p>What excludes is the row, in one transaction: it is locked, or, on H2, which serves one
 * process and where a lock would hold up every other writer, its position must be unchanged at the
 * end. The holder's name and the time only keep the other nodes away meanwhile, so clocks that
 * differ cost nothing but a change of node.
 */
final class Lease {
    private static final Duration TERM = Duration.ofSeconds(2);

    private final Database database;
    private final String name;
    private final String holder;
    private final Clock clock;

    /** The lease of this name as seen by one node; its row is made when it is not there. */
    Lease(Database database, String name, String holder, Clock clock) {
        this.database = database;
        this.name = name;
        this.holder = holder;
        this.clock = clock;
        writeAlone(
                "INSERT IGNORE INTO persistence_lease (expires, name, holder, position)"
                        + " VALUES (?, ?, ?, 0)");
    }

    String name() {
        return name;
    }

    /** Answers the position; empty if it is another node's turn. */
    OptionalLong take(Connection connection) throws SQLException {
        String lock = database.kind() == DatabaseUrl.Kind.MARIADB ? " FOR UPDATE SKIP LOCKED" : "";
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT holder, expires, position FROM persistence_lease WHERE name = ?"
                                + lock)) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && isMine(row)
                        ? OptionalLong.of(row.getLong(3))
                        : OptionalLong.empty();
            }
        }
    }

    private boolean isMine(ResultSet row) throws SQLException {
        Instant expires = row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        return row.getString(1).equals(holder) || expires.isBefore(clock.instant());
    }

    /** Notes the new position and stays the holder; fails when somebody else moved it meanwhile. */
    boolean advance(Connection connection, long from, long to) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE persistence_lease SET holder = ?, expires = ?, position = ?"
                                + " WHERE name = ? AND position = ?")) {
            update.setString(1, holder);
            update.setObject(2, Values.stored(clock.instant().plus(TERM)));
            update.setLong(3, to);
            update.setString(4, name);
            update.setLong(5, from);
            return update.executeUpdate() == 1;
        }
    }

    /** Lets another node have it at once. */
    void release() {
        writeAlone("UPDATE persistence_lease SET expires = ? WHERE name = ? AND holder = ?");
    }

    /** A statement about a lease that nobody has, by its name and this holder. */
    private void writeAlone(String sql) {
        try (WriteTurns.Turn _ = database.turns().take();
                Connection connection = database.statements().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, Values.stored(Instant.EPOCH));
            statement.setString(2, name);
            statement.setString(3, holder);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw SqlFailure.of(failure);
        }
    }
}
