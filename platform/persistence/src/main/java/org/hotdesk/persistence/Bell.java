package org.hotdesk.persistence;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes one waiting thread; a ring while nobody waits is kept. */
final class Bell {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private volatile boolean ringing;
    private volatile boolean closed;

    void ring() {
        if (ringing) {
            return;
        }
        lock.lock();
        try {
            ringing = true;
            rung.signal();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** Waits for a ring, or as long as said; answers whether it rang. */
    boolean await(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (!ringing && !closed && left > 0) {
                left = rung.awaitNanos(left);
            }
            boolean rang = ringing;
            ringing = false;
            return rang;
        } finally {
            lock.unlock();
        }
    }

    /** Waits as long as said, whether it rings or not; only closing ends it. */
    void rest(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (!closed && left > 0) {
                left = rung.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    static long millis(long count) {
        return TimeUnit.MILLISECONDS.toNanos(count);
    }
}
