package org.hotdesk.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved by hand. Thread-safe. */
public final class HandClock extends Clock {
    private volatile Instant now;

    private HandClock(Instant now) {
        this.now = now;
    }

    /** A clock that shows this time, such as {@code 2026-03-01T09:00:00Z}. */
    public static HandClock at(String time) {
        return new HandClock(Instant.parse(time));
    }

    /** A clock that shows nine in the morning of some working day. */
    public static HandClock inTheMorning() {
        return at("2026-03-02T09:00:00Z");
    }

    /** Lets this much time go by. */
    public synchronized void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Hotdesk reckons in UTC.");
    }
}
