package org.hotdesk.extension;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The door to one component: lets so many calls in at once and, when it closes, waits for those
 * inside. Entering and leaving take no lock.
 */
final class Door {
    /** How an attempt to enter ended. */
    enum Entry {
        IN,
        FULL,
        CLOSED
    }

    private final int capacity;
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger givenUp = new AtomicInteger();
    private final Object left = new Object();
    private volatile boolean closed;

    Door(int capacity) {
        this.capacity = capacity;
    }

    Entry enter() {
        // First in, then look: who closes does it in the opposite order, so one sees the other.
        if (inside.incrementAndGet() > capacity) {
            leave();
            return closed ? Entry.CLOSED : Entry.FULL;
        }
        if (closed) {
            leave();
            return Entry.CLOSED;
        }
        return Entry.IN;
    }

    void leave() {
        inside.decrementAndGet();
        tellWhoCloses();
    }

    /** Nobody waits for this call any more, though it is still inside. */
    void giveUp() {
        givenUp.incrementAndGet();
        tellWhoCloses();
    }

    /** A call that was given up has ended after all. */
    void leaveAfterGivingUp() {
        givenUp.decrementAndGet();
        leave();
    }

    int inside() {
        return inside.get();
    }

    /**
     * Lets nobody in any more and waits until no call is inside that anybody waits for.
     *
     * @return whether they all ended in time
     */
    boolean close(Duration longest) {
        closed = true;
        long deadline = System.nanoTime() + longest.toNanos();
        boolean interrupted = false;
        synchronized (left) {
            while (awaited() > 0) {
                long millis = (deadline - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    break;
                }
                try {
                    left.wait(millis);
                } catch (InterruptedException stop) {
                    interrupted = true;
                    break;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return awaited() <= 0;
    }

    private int awaited() {
        return inside.get() - givenUp.get();
    }

    private void tellWhoCloses() {
        if (closed) {
            synchronized (left) {
                left.notifyAll();
            }
        }
    }
}
