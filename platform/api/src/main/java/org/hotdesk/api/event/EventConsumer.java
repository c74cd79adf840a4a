package org.hotdesk.api.event;

import org.osgi.annotation.versioning.ConsumerType;

import java.util.List;

/**
 * Takes every event once, in the order of the log, also those from before it came and from while it
 * was away. Its position is stored under its {@code @Extension} name.
 *
 * <p>{@link #take} runs in a transaction that also stores the position, so writes through {@code
 * Storage} take effect once. When it throws, everything is rolled back and the same events come
 * again, later and later. One thread at a time, one node at a time.
 */
@ConsumerType
public interface EventConsumer {
    /** Takes the next events, oldest first; between 1 and 500 of them. */
    void take(List<Recorded> events);
}
