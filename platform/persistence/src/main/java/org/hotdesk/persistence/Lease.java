package org.hotdesk.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
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
 * <p>What excludes is the row's lock, held for one transaction; the holder's name and the time only
 * keep the other nodes away meanwhile, so clocks that differ cost nothing but a change of node.
 */
record Lease(String name, String holder, Clock clock) {
    private static final Duration TERM = Duration.ofSeconds(2);

    void create(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT IGNORE INTO persistence_lease (name, holder, expires, position)"
                                + " VALUES (?, '', ?, 0)")) {
            insert.setString(1, name);
            insert.setObject(2, Values.stored(Instant.EPOCH));
            insert.executeUpdate();
        }
    }

    /** Locks the row until the transaction ends and answers the position; empty if it is another's. */
    OptionalLong take(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT holder, expires, position FROM persistence_lease"
                                + " WHERE name = ? FOR UPDATE SKIP LOCKED")) {
            select.setString(1, name);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return OptionalLong.empty();
                }
                Instant expires =
                        row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC);
                boolean mine =
                        row.getString(1).equals(holder) || expires.isBefore(clock.instant());
                return mine ? OptionalLong.of(row.getLong(3)) : OptionalLong.empty();
            }
        }
    }

    /** Notes the new position and stays the holder. */
    void advance(Connection connection, long position) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE persistence_lease SET holder = ?, expires = ?, position = ?"
                                + " WHERE name = ?")) {
            update.setString(1, holder);
            update.setObject(2, Values.stored(clock.instant().plus(TERM)));
            update.setLong(3, position);
            update.setString(4, name);
            update.executeUpdate();
        }
    }

    /** Lets another node have it at once. */
    void release(Connection connection) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE persistence_lease SET expires = ? WHERE name = ? AND holder = ?")) {
            update.setObject(1, Values.stored(Instant.EPOCH));
            update.setString(2, name);
            update.setString(3, holder);
            update.executeUpdate();
        }
    }
}
