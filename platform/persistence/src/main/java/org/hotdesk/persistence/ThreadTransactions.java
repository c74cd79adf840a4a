package org.hotdesk.persistence;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.storage.Transactions;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Transactions bound to their thread, so that services join without handing one around. */
@Component(service = {Transactions.class, ThreadTransactions.class})
public final class ThreadTransactions implements Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadTransactions.class);
    private static final int TRIES = 25;

    private final Database database;

    @SuppressWarnings("ThreadLocalUsage") // as many as there are databases: one, in tests a few
    private final ThreadLocal<@Nullable Transaction> bound = new ThreadLocal<>();

    @Activate
    public ThreadTransactions(@Reference Database database) {
        this.database = database;
    }

    Database database() {
        return database;
    }

    /** The transaction of the calling thread. */
    Optional<Transaction> current() {
        return Optional.ofNullable(bound.get());
    }

    @Override
    public <T> T run(Supplier<T> work) {
        Transaction outer = bound.get();
        return outer == null ? begin(work) : join(outer, work);
    }

    private static <T> T join(Transaction outer, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error failure) {
            outer.doom(failure);
            throw failure;
        }
    }

    private <T> T begin(Supplier<T> work) {
        Transaction transaction;
        T result;
        try (Connection connection = database.transactions().getConnection()) {
            transaction = new Transaction(connection, database.turns());
            result = complete(transaction, work);
        } catch (SQLException failure) {
            throw SqlFailure.of(failure);
        }
        transaction.tellCommitted();
        return result;
    }

    private <T> T complete(Transaction transaction, Supplier<T> work) throws SQLException {
        boolean committed = false;
        bound.set(transaction);
        try {
            T result = work.get();
            transaction.commit();
            committed = true;
            return result;
        } finally {
            bound.remove();
            if (!committed) {
                transaction.rollBack();
            }
            transaction.release();
        }
    }

    @Override
    public <T> T runAgainOnDeadlock(Supplier<T> work) {
        if (bound.get() != null) {
            return run(work);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return run(work);
            } catch (SqlFailure.Deadlock deadlock) {
                if (attempt == TRIES) {
                    throw busy(deadlock);
                }
                LOG.debug("Deadlock, attempt {}: {}", attempt, deadlock.getMessage());
                standAside(attempt);
            }
        }
    }

    /** Waits a little, and not as long as the other one. */
    private static void standAside(int attempt) {
        long longest = Duration.ofMillis(2L << Math.min(attempt, 7)).toNanos();
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1, longest));
    }

    private static Fault busy(SqlFailure.Deadlock deadlock) {
        Fault fault =
                Fault.of(
                        Fault.Category.UNAVAILABLE,
                        "database-busy",
                        new Words(
                                "同时修改的人太多，请稍后重试。",
                                "Too many want to change the same thing right now; try again in a moment."));
        fault.initCause(deadlock);
        return fault;
    }

    @Override
    public void afterCommit(Runnable action) {
        Transaction transaction = bound.get();
        if (transaction == null) {
            action.run();
        } else {
            transaction.afterCommit(action);
        }
    }
}
