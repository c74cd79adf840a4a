package org.hotdesk.conversation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does a job whenever it is woken, never twice at the same time; a wake while the job runs makes it
 * run once more. So nobody polls and no wake is lost.
 */
final class Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    private final AtomicInteger wakes = new AtomicInteger();
    private final Executor executor;
    private final Runnable job;

    Loop(Executor executor, Runnable job) {
        this.executor = executor;
        this.job = job;
    }

    void wake() {
        if (wakes.getAndIncrement() == 0) {
            executor.execute(this::run);
        }
    }

    private void run() {
        int seen;
        do {
            seen = wakes.get();
            try {
                job.run();
            } catch (RuntimeException | Error failure) {
                // An error that ended the loop would leave everything after it undone.
                LOG.error("Work failed; it is tried again at the next occasion", failure);
            }
        } while (!wakes.compareAndSet(seen, 0));
    }
}
