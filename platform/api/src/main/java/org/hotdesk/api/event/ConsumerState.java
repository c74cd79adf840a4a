package org.hotdesk.api.event;

import java.util.Optional;

/**
 * How far a durable consumer is.
 *
 * @param position of the last event it took; 0 before the first
 * @param behind events in the log that it has not taken
 * @param present whether its bundle is there
 * @param failure why its last attempt failed; empty when it did not
 */
public record ConsumerState(
        String name, long position, long behind, boolean present, Optional<String> failure) {}
