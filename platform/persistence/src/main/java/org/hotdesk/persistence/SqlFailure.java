package org.hotdesk.persistence;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.storage.DuplicateKey;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** A statement that the database refused, for a reason that no caller can do anything about. */
final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** H2: duplicate key; MariaDB: duplicate entry, the same with the key's name. */
    private static final Set<Integer> DUPLICATE = Set.of(23505, 1062, 1586);

    /**
     * H2: deadlock, lock timeout, concurrent update; MariaDB: deadlock, lock wait timeout, record
     * changed since last read.
     */
    private static final Set<Integer> DEADLOCK = Set.of(40001, 50200, 90131, 1213, 1205, 1020);

    /** H2: database closed, already closed, connection broken, file lock lost. */
    private static final Set<Integer> GONE = Set.of(90098, 90121, 90067, 90007, 90031);

    private SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** What a caller of the storage services gets to see for what the driver said. */
    static RuntimeException of(SQLException exception) {
        if (isDeadlock(exception)) {
            return new Deadlock(exception);
        }
        if (isUnreachable(exception)) {
            return unavailable(exception);
        }
        if (DUPLICATE.contains(exception.getErrorCode())) {
            return new DuplicateKey(String.valueOf(exception.getMessage()), exception);
        }
        return new SqlFailure(exception);
    }

    static boolean isUnreachable(SQLException exception) {
        String state = exception.getSQLState();
        return exception instanceof SQLTransientConnectionException
                || exception instanceof SQLNonTransientConnectionException
                || exception instanceof SQLRecoverableException
                || (state != null && state.startsWith("08"))
                || GONE.contains(exception.getErrorCode());
    }

    private static boolean isDeadlock(SQLException exception) {
        return DEADLOCK.contains(exception.getErrorCode());
    }

    private static Fault unavailable(SQLException exception) {
        Fault fault =
                Fault.of(
                        Fault.Category.UNAVAILABLE,
                        "database-unavailable",
                        new Words(
                                "数据库暂时无法访问，请稍后重试。",
                                "The database cannot be reached right now; try again in a moment."));
        fault.initCause(exception);
        return fault;
    }

    /** The database undid a transaction because it stood in another's way. */
    static final class Deadlock extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Deadlock(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
