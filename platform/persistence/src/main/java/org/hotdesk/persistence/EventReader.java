package org.hotdesk.persistence;

import org.hotdesk.api.event.Event;
import org.hotdesk.api.event.Recorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the log by position. */
final class EventReader {
    private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);
    private static final int MOST = 500;

    private final EventJson json;

    EventReader(EventJson json) {
        this.json = json;
    }

    /**
     * A piece of the log.
     *
     * @param last position of the last event of it, also when that is of an unknown kind
     * @param more whether the log goes on
     */
    record Piece(List<Recorded> events, long last, boolean more) {}

    Piece after(Connection connection, long position) throws SQLException {
        List<Recorded> events = new ArrayList<>();
        long last = position;
        int rows = 0;
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT position, seq, at, type, actor, payload FROM persistence_event"
                                + " WHERE position > ? ORDER BY position LIMIT "
                                + MOST)) {
            select.setLong(1, position);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows++;
                    last = row.getLong(1);
                    read(row).ifPresent(events::add);
                }
            }
        }
        return new Piece(events, last, rows == MOST);
    }

    private Optional<Recorded> read(ResultSet row) throws SQLException {
        Optional<Event> event = json.event(row.getString(4), row.getString(6));
        if (event.isEmpty()) {
            LOG.warn("Nobody knows events of the kind {} any more.", row.getString(4));
            return Optional.empty();
        }
        return Optional.of(
                new Recorded(
                        row.getLong(2),
                        row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        json.actor(row.getString(5)),
                        event.get()));
    }
}
