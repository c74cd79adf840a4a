package org.hotdesk.persistence;

import org.hotdesk.api.event.EventListener;
import org.hotdesk.api.event.Recorded;
import org.hotdesk.api.event.Signal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Those who hear of events at once; none can hurt the others. */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
    private static final long SLOW = Duration.ofMillis(100).toNanos();
    private static final long SILENCE = Duration.ofSeconds(10).toNanos();

    private final List<EventListener> all = new CopyOnWriteArrayList<>();
    private final AtomicLong quietUntil = new AtomicLong(System.nanoTime());

    void add(EventListener listener) {
        all.add(listener);
    }

    void remove(EventListener listener) {
        all.remove(listener);
    }

    void hear(Recorded recorded) {
        tell(listener -> listener.heard(recorded));
    }

    void notice(Signal signal) {
        tell(listener -> listener.noticed(signal));
    }

    void overflow(String subject) {
        complain("Events of {} are let go: a listener does not return.", subject, null);
    }

    private void tell(Consumer<EventListener> call) {
        for (EventListener listener : all) {
            long begun = System.nanoTime();
            try {
                call.accept(listener);
            } catch (RuntimeException
                    | LinkageError
                    | StackOverflowError
                    | AssertionError failure) {
                complain("{} failed.", listener.getClass().getName(), failure);
            }
            long took = System.nanoTime() - begun;
            if (took > SLOW) {
                complain(
                        "{} holds up whoever commits; it must return at once.",
                        listener.getClass().getName() + " (" + took / 1_000_000 + " ms)",
                        null);
            }
        }
    }

    /** Not more often than the log can bear: a broken listener is called for each message. */
    private void complain(
            String what, String who, @org.jspecify.annotations.Nullable Throwable failure) {
        long now = System.nanoTime();
        long until = quietUntil.get();
        if (now - until >= 0 && quietUntil.compareAndSet(until, now + SILENCE)) {
            LOG.warn(what, who, failure);
        } else {
            LOG.debug(what, who, failure);
        }
    }
}
