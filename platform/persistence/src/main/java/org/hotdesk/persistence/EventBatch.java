package org.hotdesk.persistence;

import org.hotdesk.api.event.Event;
import org.hotdesk.api.event.Events.Deed;
import org.hotdesk.api.event.Recorded;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The events of one transaction: written right before its commit, handed over right after. */
final class EventBatch implements Transaction.Participant {
    private static final String INSERT =
            "INSERT INTO persistence_event (at, type, subject, actor, payload) VALUES ";
    private static final String ROW = "(?,?,?,?,?)";
    private static final int ROWS_A_STATEMENT = 200;

    /** An event and when it happened. */
    private record Dated(Instant at, Deed deed) {}

    private final Transaction transaction;
    private final EventJson json;
    private final Handover handover;
    private final Runnable appended;
    private final List<Dated> deeds = new ArrayList<>();
    private final List<Handover.Ticket> tickets = new ArrayList<>();

    EventBatch(Transaction transaction, EventJson json, Handover handover, Runnable appended) {
        this.transaction = transaction;
        this.json = json;
        this.handover = handover;
        this.appended = appended;
    }

    void add(Instant at, Deed deed) {
        deeds.add(new Dated(at, deed));
    }

    @Override
    public void beforeCommit() throws SQLException {
        transaction.aboutToWrite();
        List<Recorded> events = new ArrayList<>();
        for (int from = 0; from < deeds.size(); from += ROWS_A_STATEMENT) {
            insert(deeds.subList(from, Math.min(deeds.size(), from + ROWS_A_STATEMENT)), events);
        }
        tickets.addAll(handover.take(events));
    }

    private void insert(List<Dated> rows, List<Recorded> events) throws SQLException {
        String sql = INSERT + (ROW + ",").repeat(rows.size() - 1) + ROW;
        try (PreparedStatement statement =
                transaction.connection().prepareStatement(sql, new String[] {"seq"})) {
            int index = 1;
            for (Dated row : rows) {
                Event event = row.deed.event();
                statement.setObject(index++, Values.stored(row.at));
                statement.setString(index++, EventJson.name(event));
                statement.setString(index++, event.subject());
                statement.setString(index++, json.write(row.deed.actor()));
                statement.setString(index++, json.write(event));
            }
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                for (Dated row : rows) {
                    if (!keys.next()) {
                        throw new SQLException("Not every event got a number.");
                    }
                    events.add(
                            new Recorded(
                                    keys.getLong(1), row.at, row.deed.actor(), row.deed.event()));
                }
            }
        }
    }

    @Override
    public void committed() {
        appended.run();
        handover.pass(tickets);
    }

    @Override
    public void rolledBack() {
        handover.drop(tickets);
    }
}
