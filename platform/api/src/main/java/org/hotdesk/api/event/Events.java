package org.hotdesk.api.event;

import java.util.Collection;
import java.util.List;
import org.hotdesk.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** The event log: what happened, written in the transaction of the rows that it tells about. */
@ProviderType
public interface Events {

    /**
     * Records events in the transaction of the calling thread; after its commit the listeners hear
     * them and the consumers will take them, after a rollback nobody ever does. Several events cost
     * one statement.
     *
     * @throws IllegalStateException when the thread has no transaction
     */
    void record(Actor actor, Collection<? extends Event> events);

    /** Records one event. */
    default void record(Actor actor, Event event) {
        record(actor, List.of(event));
    }

    /** Tells the listeners of something passing, now; nothing is kept. */
    void signal(Signal signal);

    /** How far each consumer is. */
    List<ConsumerState> consumers();

    /**
     * Lets a consumer take the log again, from the first event after {@code position} (0: all).
     *
     * @throws org.hotdesk.api.Fault NOT_FOUND when no consumer of that name was ever there
     */
    void rewind(String consumer, long position);
}
