package org.hotdesk.conversation;

import org.hotdesk.api.routing.ReplayReport.Outcome;

import java.time.Duration;

/**
 * Counts how conversations went, in a memory that does not grow with their number: waits are kept
 * by the second up to two hours, and by the minute beyond.
 */
final class Waits {
    private static final int SECONDS = 7_200;
    private static final int MINUTES = 24 * 60 - SECONDS / 60 + 1;

    private final long[] counts = new long[SECONDS + MINUTES];
    private long served;
    private long seconds;
    private long longest;
    private long abandoned;

    void served(Duration wait) {
        long waited = Math.max(0, wait.toSeconds());
        served++;
        seconds += waited;
        longest = Math.max(longest, waited);
        counts[slot(waited)]++;
    }

    void abandoned() {
        abandoned++;
    }

    private static int slot(long waited) {
        return waited < SECONDS
                ? (int) waited
                : (int) Math.min(counts(), SECONDS + (waited - SECONDS) / 60);
    }

    private static int counts() {
        return SECONDS + MINUTES - 1;
    }

    private static long value(int slot) {
        return slot < SECONDS ? slot : SECONDS + (slot - SECONDS) * 60L;
    }

    /** The wait that this share of the served did not exceed. */
    private long within(double share) {
        long rank = (long) Math.ceil(served * share);
        long seen = 0;
        for (int slot = 0; slot < counts.length; slot++) {
            seen += counts[slot];
            if (seen >= rank && seen > 0) {
                return Math.min(longest, value(slot));
            }
        }
        return 0;
    }

    Outcome outcome(long conversations) {
        return new Outcome(
                served,
                abandoned,
                conversations - served - abandoned,
                served == 0 ? 0 : Math.round((double) seconds / served),
                within(0.5),
                within(0.9),
                longest);
    }
}
