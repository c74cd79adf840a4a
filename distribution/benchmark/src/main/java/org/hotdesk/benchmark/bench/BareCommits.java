package org.hotdesk.benchmark.bench;

import org.hotdesk.benchmark.client.Refusal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The baseline of what is kept: threads that commit the rows of one message, or of one opening and
 * assignment, each on a connection of its own, with nothing around it.
 */
final class BareCommits implements AutoCloseable {
    static final String TEXT = "How long does it take until my order arrives in Hangzhou?";
    private static final List<String> TABLES =
            List.of(
                    "CREATE TABLE bare_conversation (id BIGINT PRIMARY KEY, state VARCHAR(12), agent"
                            + " BIGINT, last_seq BIGINT, last_text VARCHAR(120), unread INT,"
                            + " last_at DATETIME(6))",
                    "CREATE TABLE bare_message (conversation BIGINT, seq BIGINT, client_id VARCHAR(64),"
                            + " side VARCHAR(10), author BIGINT, author_name VARCHAR(100), kind"
                            + " VARCHAR(10), text LONGTEXT, written_at DATETIME(6), PRIMARY KEY"
                            + " (conversation, seq), UNIQUE (conversation, client_id))",
                    "CREATE TABLE bare_event (seq BIGINT AUTO_INCREMENT PRIMARY KEY, position BIGINT,"
                            + " at DATETIME(6), type VARCHAR(60), subject VARCHAR(200), actor LONGTEXT,"
                            + " payload LONGTEXT, UNIQUE (position))",
                    "CREATE TABLE bare_agent (id BIGINT PRIMARY KEY, work_load INT)",
                    "CREATE TABLE bare_decision (id BIGINT AUTO_INCREMENT PRIMARY KEY, conversation"
                            + " BIGINT, trace LONGTEXT)");

    private final Database database;
    private long lastId;

    private BareCommits(Database database) {
        this.database = database;
    }

    static BareCommits in(Database database) {
        var commits = new BareCommits(database);
        commits.execute(TABLES);
        return commits;
    }

    private void execute(List<String> statements) {
        try (var connection = database.connect();
                var sql = connection.createStatement()) {
            for (var statement : statements) {
                sql.execute(statement);
            }
        } catch (SQLException refused) {
            throw Refusal.failure("The database refused: " + refused.getMessage());
        }
    }

    /** What is committed each time. */
    interface Work {
        void commit(Connection connection, long conversation, long turn) throws SQLException;
    }

    /** Commits from so many threads at once, for some rounds. */
    Measured measure(int threads, Conditions conditions, Work work) {
        var meter = new Meter();
        var stop = new CompletableFuture<Void>();
        var workers = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < threads; i++) {
            long conversation = ++lastId;
            workers.add(
                    CompletableFuture.runAsync(
                            () -> loop(conversation, meter, stop, work),
                            task -> Thread.ofPlatform().start(task)));
        }
        var measured = meter.rounds(conditions, () -> Duration.ZERO);
        stop.complete(null);
        workers.forEach(worker -> Moments.await(worker, 60, "the bare database loop"));
        return measured;
    }

    private void loop(long id, Meter meter, CompletableFuture<Void> stop, Work work) {
        try (var connection = database.connect()) {
            try (var sql = connection.createStatement()) {
                insertConversation(sql, id);
                sql.execute("INSERT INTO bare_agent VALUES (" + id + ", 0)");
            }
            connection.setAutoCommit(false);
            for (long turn = 1; !stop.isDone(); turn++) {
                long begun = System.nanoTime();
                work.commit(connection, id, turn);
                meter.record(System.nanoTime() - begun);
            }
        } catch (SQLException refused) {
            throw Refusal.failure("The database refused: " + refused.getMessage());
        }
    }

    /** The rows of one message. */
    static void message(Connection connection, long conversation, long turn) throws SQLException {
        insertMessage(connection, conversation, turn);
        try (var update =
                connection.prepareStatement(
                        "UPDATE bare_conversation SET last_seq = ?, last_text = ?, unread = unread + 1,"
                                + " last_at = CURRENT_TIMESTAMP WHERE id = ?")) {
            update.setLong(1, turn);
            update.setString(2, TEXT);
            update.setLong(3, conversation);
            update.executeUpdate();
        }
        insertEvent(connection, "MessagePosted", conversation);
        connection.commit();
    }

    /** The rows of one opening, and of its assignment in a transaction of its own. */
    static void opening(Connection connection, long thread, long turn) throws SQLException {
        long conversation = thread * 10_000_000 + turn;
        try (var sql = connection.createStatement()) {
            insertConversation(sql, conversation);
            insertMessage(connection, conversation, 1);
            insertEvent(connection, "ConversationOpened", conversation);
            insertEvent(connection, "MessagePosted", conversation);
            connection.commit();
            sql.executeUpdate(
                    "UPDATE bare_agent SET work_load = work_load + 1 WHERE id = " + thread);
            sql.executeUpdate(
                    "UPDATE bare_conversation SET state = 'ACTIVE', agent = "
                            + thread
                            + ", last_seq = 2"
                            + " WHERE state = 'QUEUED' AND id = "
                            + conversation);
            insertMessage(connection, conversation, 2);
            sql.executeUpdate(
                    "INSERT INTO bare_decision (conversation, trace) VALUES ("
                            + conversation
                            + ", '"
                            + TEXT.repeat(8)
                            + "')");
            insertEvent(connection, "ConversationAssigned", conversation);
            connection.commit();
        }
    }

    private static void insertConversation(Statement sql, long id) throws SQLException {
        sql.execute(
                "INSERT INTO bare_conversation VALUES ("
                        + id
                        + ", 'QUEUED', NULL, 0, '', 0,"
                        + " CURRENT_TIMESTAMP)");
    }

    private static void insertMessage(Connection connection, long conversation, long seq)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "INSERT INTO bare_message VALUES (?, ?, ?, 'VISITOR', 1, 'Visitor 8F2C',"
                                + " 'TEXT', ?, CURRENT_TIMESTAMP)")) {
            insert.setLong(1, conversation);
            insert.setLong(2, seq);
            insert.setString(3, "bench-" + conversation + "-" + seq);
            insert.setString(4, TEXT);
            insert.executeUpdate();
        }
    }

    private static void insertEvent(Connection connection, String type, long conversation)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "INSERT INTO bare_event (at, type, subject, actor, payload) VALUES"
                                + " (CURRENT_TIMESTAMP, ?, ?, '{\"visitor\":\"1\"}', ?)")) {
            insert.setString(1, type);
            insert.setString(2, "conversation/" + conversation);
            insert.setString(
                    3, "{\"message\":{\"text\":\"" + TEXT + "\",\"kind\":\"TEXT\",\"seq\":12}}");
            insert.executeUpdate();
        }
    }

    @Override
    public void close() {
        execute(
                List.of(
                        "DROP TABLE bare_conversation",
                        "DROP TABLE bare_message",
                        "DROP TABLE bare_event",
                        "DROP TABLE bare_agent",
                        "DROP TABLE bare_decision"));
    }
}
