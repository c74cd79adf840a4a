package org.hotdesk.extension;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/** Tells who wants to know that extensions came or went, off the thread on which they did. */
final class Changes {
    private static final Logger log = LoggerFactory.getLogger(Changes.class);

    private final String point;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean untold = new AtomicBoolean();
    private final ReentrantLock telling = new ReentrantLock();

    Changes(String point) {
        this.point = point;
    }

    void tell(Runnable listener) {
        listeners.add(listener);
    }

    /** Several changes in a row may be told as one, but never is the last one left out. */
    void happened() {
        if (!listeners.isEmpty() && untold.compareAndSet(false, true)) {
            Thread.ofVirtual().name("changes of " + point).start(this::tellAll);
        }
    }

    private void tellAll() {
        telling.lock();
        try {
            untold.set(false);
            listeners.forEach(this::tellOne);
        } finally {
            telling.unlock();
        }
    }

    private void tellOne(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException failure) {
            log.error("A listener for changes of {} failed", point, failure);
        }
    }
}
