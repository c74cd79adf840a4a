package org.hotdesk.benchmark.bench;

/** The longest time in which nothing was completed. Thread-safe. */
final class Pauses {
    private long last = System.nanoTime();
    private long longest;

    synchronized void completed() {
        long now = System.nanoTime();
        longest = Math.max(longest, now - last);
        last = now;
    }

    /** The longest since this was last asked, in milliseconds. */
    synchronized double longestMs() {
        double found = Math.max(longest, System.nanoTime() - last) / 1e6;
        longest = 0;
        return found;
    }
}
