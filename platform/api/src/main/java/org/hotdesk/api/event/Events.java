package org.hotdesk.api.event;

import org.hotdesk.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

import java.util.List;

/** The event log: what happened, written in the transaction of the rows that it tells about. */
@ProviderType
public interface Events {

    /** An event and who did it, on its way into the log. */
    record Deed(Actor actor, Event event) {}

    /**
     * Records events in the transaction of the calling thread; after its commit the listeners hear
     * them and the consumers will take them, after a rollback nobody ever does. All events of a
     * transaction are written by one statement right before its commit.
     *
     * @throws IllegalStateException when the thread has no transaction
     */
    void record(List<Deed> deeds);

    /** Records one event. */
    default void record(Actor actor, Event event) {
        record(List.of(new Deed(actor, event)));
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
