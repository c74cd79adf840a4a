package org.hotdesk.persistence;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Gives committed events their positions in the log, one after the other without a hole.
 *
 * <p>It runs on one node at a time. Commits of this node wake it; those of others, and what a node
 * left behind that died, it finds by a look each second. Under load it gathers what was committed
 * within {@link #GATHER}.
 */
final class Appender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final long GATHER = Bell.millis(20);
    private static final long SAFETY_LOOK = Bell.millis(1_000);
    private static final int BATCH = 2_000;

    /** Events that follow each other in writing, and the step from there to their positions. */
    private record Run(long first, long last, long step) {}

    private final Database database;
    private final Lease lease;
    private final Runnable grown;
    private final Bell bell = new Bell();
    private final Thread thread;
    private long known = -1;

    /**
     * @param grown called when the log has grown, also by another node
     */
    Appender(Database database, Lease lease, Runnable grown) {
        this.database = database;
        this.lease = lease;
        this.grown = grown;
        thread = Thread.ofPlatform().daemon().name("event-appender").unstarted(this::work);
    }

    void start() {
        bell.ring();
        thread.start();
    }

    /** Something was committed. */
    void wake() {
        bell.ring();
    }

    private void work() {
        try {
            while (!bell.isClosed()) {
                boolean woken = bell.await(SAFETY_LOOK);
                if (!bell.isClosed() && tryToAppend(woken)) {
                    grown.run();
                    bell.rest(GATHER);
                }
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryToAppend(boolean woken) {
        try {
            if (!woken && !isPending()) {
                return hasGrownElsewhere();
            }
            boolean any = false;
            int count;
            do {
                count = append();
                any |= count > 0;
            } while (count == BATCH);
            if (count == 0) {
                any |= hasGrownElsewhere();
            }
            return any;
        } catch (SQLException | RuntimeException failure) {
            LOG.warn("Events get their positions later: {}", failure.toString());
            return false;
        }
    }

    /** Answers how many events got a position. */
    private int append() throws SQLException {
        // In the order of every transaction, the connection first: else all connections could be
        // with those who wait for the turn.
        try (Connection connection = database.transactions().getConnection();
                WriteTurns.Turn _ = database.turns().take()) {
            try {
                int count = append(connection);
                connection.commit();
                return count;
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    private int append(Connection connection) throws SQLException {
        OptionalLong last = lease.take(connection);
        if (last.isEmpty()) {
            return 0;
        }
        List<Long> pending = pending(connection);
        if (pending.isEmpty()) {
            return 0;
        }
        write(connection, runs(pending, last.getAsLong()));
        long reached = last.getAsLong() + pending.size();
        if (!lease.advance(connection, last.getAsLong(), reached)) {
            throw new SQLException("Another node appends.");
        }
        known = reached;
        return pending.size();
    }

    /**
     * Events without a position, none of which comes after one that is not among them but was
     * committed before it.
     *
     * <p>One look does not promise that: MariaDB may show a commit and not yet the one that it had
     * waited for. What a look shows had waited only for commits that were over before the look was,
     * and so the next look shows those too: when two agree, nothing is missing.
     */
    private static List<Long> pending(Connection connection) throws SQLException {
        List<Long> before = List.of();
        List<Long> found = look(connection);
        while (!found.isEmpty() && !found.equals(before)) {
            before = found;
            long last = found.getLast();
            found = look(connection).stream().takeWhile(seq -> seq <= last).toList();
        }
        return found;
    }

    /** What is committed by now: each look is a snapshot of its own. */
    private static List<Long> look(Connection connection) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT seq FROM persistence_event WHERE position IS NULL"
                                + " ORDER BY seq LIMIT "
                                + BATCH)) {
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getLong(1));
                }
            }
        }
        return found;
    }

    private static List<Run> runs(List<Long> sequence, long last) {
        List<Run> runs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= sequence.size(); i++) {
            if (i == sequence.size() || sequence.get(i) != sequence.get(i - 1) + 1) {
                long first = sequence.get(from);
                runs.add(new Run(first, sequence.get(i - 1), last + 1 + from - first));
                from = i;
            }
        }
        return runs;
    }

    /**
     * Only rows that were seen lie between the ends of a run, so nobody's uncommitted row is met.
     */
    private static void write(Connection connection, List<Run> runs) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE persistence_event SET position = seq + ?"
                                + " WHERE seq BETWEEN ? AND ?")) {
            for (Run run : runs) {
                update.setLong(1, run.step());
                update.setLong(2, run.first());
                update.setLong(3, run.last());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private boolean isPending() throws SQLException {
        return look("SELECT 1 FROM persistence_event WHERE position IS NULL LIMIT 1").isPresent();
    }

    private boolean hasGrownElsewhere() throws SQLException {
        long reached =
                look("SELECT position FROM persistence_lease WHERE name = '" + lease.name() + "'")
                        .orElse(0);
        boolean grew = reached != known;
        known = reached;
        return grew;
    }

    private OptionalLong look(String sql) throws SQLException {
        try (Connection connection = database.statements().getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    @Override
    public void close() {
        bell.close();
        try {
            thread.join();
            lease.release();
        } catch (RuntimeException gone) {
            LOG.debug("The lease of the log ends by itself.", gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
