package org.hotdesk.conversation;

import java.time.Clock;
import java.time.Duration;

/** Time as the database keeps it: UTC with microseconds. */
final class Micros {
    private Micros() {}

    static Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
