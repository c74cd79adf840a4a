package org.hotdesk.benchmark.replay;

import java.util.concurrent.locks.LockSupport;

/** Keeps a connection below the 20 frames a second that a server takes. For one thread. */
final class Pace {
    private static final double FRAMES_A_SECOND = 18;
    private static final double AT_ONCE = 10;

    private double credit = AT_ONCE;
    private long counted = System.nanoTime();

    /** Waits until one more frame may be sent. */
    void await() {
        earn();
        while (credit < 1 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos((long) ((1 - credit) / FRAMES_A_SECOND * 1e9));
            earn();
        }
        credit--;
    }

    private void earn() {
        long now = System.nanoTime();
        credit = Math.min(AT_ONCE, credit + (now - counted) / 1e9 * FRAMES_A_SECOND);
        counted = now;
    }
}
