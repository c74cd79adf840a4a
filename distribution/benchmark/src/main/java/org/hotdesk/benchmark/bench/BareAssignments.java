package org.hotdesk.benchmark.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The baseline of routing: the rows of many assignments in one transaction, a statement for each
 * table, decided by nobody.
 */
final class BareAssignments {
    /** So many go into one transaction, as the router has it. */
    static final int BATCH = 64;

    private static final String TAKE =
            "UPDATE bare_agent SET work_load = work_load + 1 WHERE id = %d";
    private static final String LINE =
            "(%1$d, 2, 'a%1$d', 'SYSTEM', 1, 'Ann', 'SYSTEM', 'Ann joined', CURRENT_TIMESTAMP)";
    private static final String EVENT = "(CURRENT_TIMESTAMP, '%s', 'conversation/%d', '{}', '%s')";

    private BareAssignments() {}

    /** One transaction. */
    static void commit(Connection connection, long thread, long turn) throws SQLException {
        long first = thread * 1_000_000_000 + turn * BATCH;
        try (var sql = connection.createStatement()) {
            for (int i = 0; i < BATCH; i++) {
                sql.addBatch(TAKE.formatted(thread));
            }
            sql.executeBatch();
            insert(sql, "bare_message VALUES ", first, LINE::formatted);
            insert(
                    sql,
                    "bare_decision (conversation, trace) VALUES ",
                    first,
                    BareAssignments::trace);
            insertEvents(sql, first, "ConversationAssigned");
            insertEvents(sql, first, "MessagePosted");
            connection.commit();
        }
    }

    /** About as long as one that names fifty agents. */
    private static String trace(long id) {
        return "(" + id + ", '" + BareCommits.TEXT.repeat(80) + "')";
    }

    private static void insertEvents(Statement sql, long first, String type) throws SQLException {
        var payload = BareCommits.TEXT.repeat(8);
        insert(
                sql,
                "bare_event (at, type, subject, actor, payload) VALUES ",
                first,
                id -> EVENT.formatted(type, id, payload));
    }

    private static void insert(Statement sql, String into, long first, LongFunction<String> row)
            throws SQLException {
        sql.executeUpdate(
                "INSERT INTO "
                        + into
                        + LongStream.range(first, first + BATCH)
                                .mapToObj(row)
                                .collect(Collectors.joining(", ")));
    }
}
