package org.hotdesk.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears of events right after the commit, on the node that committed, best effort: what must not be
 * missed is an {@link EventConsumer}'s.
 *
 * <p>Called on the committing thread, in commit order for one subject; it returns fast and hands
 * longer work to a thread of its own. What it throws is logged and hurts nobody else.
 */
@ConsumerType
public interface EventListener {
    /** An event was committed. */
    void heard(Recorded recorded);

    /** Something passing happened that is not kept, such as typing. */
    default void noticed(Signal signal) {}
}
