package org.hotdesk.benchmark.client;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How long nothing may move before everybody gives up. Thread-safe. */
public final class Patience {
    private final Duration limit;
    private volatile long lastProgress = System.nanoTime();

    public Patience(Duration limit) {
        this.limit = limit;
    }

    /** Something moved. */
    public void progressed() {
        lastProgress = System.nanoTime();
    }

    /** Whether nothing has moved for too long. */
    public boolean exhausted() {
        return System.nanoTime() - lastProgress > limit.toNanos();
    }

    /** Waits a moment. */
    public void pause(Duration moment) throws Exhausted {
        LockSupport.parkNanos(moment.toNanos());
        if (exhausted() || Thread.currentThread().isInterrupted()) {
            throw new Exhausted("nothing moved for " + limit.toSeconds() + " s");
        }
    }

    /** Nothing has moved for too long. */
    public static final class Exhausted extends Exception {
        private static final long serialVersionUID = 1;

        private final String reason;

        public Exhausted(String reason) {
            super(reason);
            this.reason = reason;
        }

        /** Why, in one line. */
        @Override
        public String getMessage() {
            return reason;
        }
    }
}
