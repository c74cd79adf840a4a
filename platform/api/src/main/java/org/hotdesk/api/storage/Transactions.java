package org.hotdesk.api.storage;

import org.osgi.annotation.versioning.ProviderType;

import java.util.function.Supplier;

/**
 * Transactions that join across services: work inside work is one transaction.
 *
 * <p>Bound to the calling thread, READ COMMITTED. Inside: no call to a plugin, a socket or another
 * machine. Thread-safe.
 */
@ProviderType
public interface Transactions {

    /**
     * Runs the work and commits, or joins the transaction that this thread already has.
     *
     * <p>When the work throws, everything is rolled back and the exception goes on to the caller.
     *
     * @throws org.hotdesk.api.Fault UNAVAILABLE when the database cannot be reached or gives no
     *     connection in time
     */
    <T> T run(Supplier<T> work);

    /** As {@link #run(Supplier)}, without a result. */
    default void run(Runnable work) {
        run(
                () -> {
                    work.run();
                    return true;
                });
    }

    /**
     * As {@link #run(Supplier)}, done again from the start when the database chose it as the victim
     * of a deadlock; so the work changes nothing but the database. Inside a transaction it joins
     * and is not repeated.
     */
    <T> T runAgainOnDeadlock(Supplier<T> work);

    /**
     * Runs the action on this thread right after the commit; at once when there is no transaction.
     */
    void afterCommit(Runnable action);
}
