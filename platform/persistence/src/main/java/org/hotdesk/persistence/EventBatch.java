package org.hotdesk.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hotdesk.api.event.Recorded;

/** The events of one transaction: written right before its commit, handed over right after. */
final class EventBatch implements Transaction.Participant {
    private static final String INSERT =
            "INSERT INTO persistence_event (id, at, type, subject, actor, payload) VALUES ";
    private static final int ROWS_A_STATEMENT = 200;

    private final Connection connection;
    private final EventJson json;
    private final Handover handover;
    private final Runnable appended;
    private final List<Recorded> events = new ArrayList<>();
    private final List<Handover.Ticket> tickets = new ArrayList<>();

    EventBatch(Connection connection, EventJson json, Handover handover, Runnable appended) {
        this.connection = connection;
        this.json = json;
        this.handover = handover;
        this.appended = appended;
    }

    void add(Recorded recorded) {
        events.add(recorded);
    }

    @Override
    public void beforeCommit() throws SQLException {
        for (int from = 0; from < events.size(); from += ROWS_A_STATEMENT) {
            insert(events.subList(from, Math.min(events.size(), from + ROWS_A_STATEMENT)));
        }
        tickets.addAll(handover.take(events));
    }

    private void insert(List<Recorded> rows) throws SQLException {
        String sql = INSERT + "(?,?,?,?,?,?),".repeat(rows.size() - 1) + "(?,?,?,?,?,?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (Recorded row : rows) {
                statement.setLong(index++, row.id());
                statement.setObject(index++, Values.stored(row.at()));
                statement.setString(index++, EventJson.name(row.event()));
                statement.setString(index++, row.event().subject());
                statement.setString(index++, json.write(row.actor()));
                statement.setString(index++, json.write(row.event()));
            }
            statement.executeUpdate();
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
