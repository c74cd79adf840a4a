package org.hotdesk.persistence;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Who may write, where only one transaction at a time may.
 *
 * <p>H2 (2.3.232 and 2.5.252 alike) keeps half of a transaction when the process is killed while
 * another one commits: rows without their index entries, or the other way round. With one writing
 * transaction at a time it never did. A transaction takes its turn with its first write, so that
 * reading and thinking hold up nobody. MariaDB needs no turns.
 */
final class WriteTurns {
    private static final int LOCK_TIMEOUT_ERROR = 50200;
    private static final long PATIENCE_S = 10;

    private final boolean needed;
    private final Semaphore semaphore = new Semaphore(1, true);

    WriteTurns(DatabaseUrl.Kind kind) {
        needed = kind == DatabaseUrl.Kind.H2;
    }

    /** A turn, until it is closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for the turn.
     *
     * @throws SQLException as for a lock that is not given in time
     */
    Turn take() throws SQLException {
        if (!needed) {
            return () -> {};
        }
        try {
            if (semaphore.tryAcquire(PATIENCE_S, TimeUnit.SECONDS)) {
                return semaphore::release;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new SQLTimeoutException(
                "Another transaction writes for too long.", "HYT00", LOCK_TIMEOUT_ERROR);
    }
}
