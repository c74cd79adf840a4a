package org.hotdesk.rest;

import org.osgi.framework.Version;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where requests for one plugin name wait and pass. Several versions may stand side by side: the
 * next request takes the newest. Thread-safe.
 */
final class Gate {
    private static final int MOST_WAITING = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private final List<Entry> entries = new ArrayList<>();
    private int waiting;

    /** Which of two goes first: the higher bundle version, among equals the later one. */
    record Rank(Version version, long order) implements Comparable<Rank> {
        private static final Comparator<Rank> LOW_TO_HIGH =
                Comparator.comparing(Rank::version).thenComparingLong(Rank::order);

        @Override
        public int compareTo(Rank other) {
            return LOW_TO_HIGH.compare(this, other);
        }
    }

    private record Entry(Object owner, Rank rank, PluginApplication application) {}

    /** From now on requests may take this application; of several, that of the highest rank. */
    void open(Object owner, Rank rank, PluginApplication application) {
        lock.lock();
        try {
            entries.add(new Entry(owner, rank, application));
            entries.sort(Comparator.comparing(Entry::rank));
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** From now on no request takes the owner's application; empty when it had none. */
    Optional<PluginApplication> close(Object owner) {
        lock.lock();
        try {
            var entry = entries.stream().filter(each -> each.owner().equals(owner)).findFirst();
            entry.ifPresent(entries::remove);
            return entry.map(Entry::application);
        } finally {
            lock.unlock();
        }
    }

    /** The application for the next request, already counted; empty when none came in time. */
    Optional<PluginApplication> pass(Duration patience) {
        lock.lock();
        try {
            if (entries.isEmpty() && !await(patience.toNanos())) {
                return Optional.empty();
            }
            var application = entries.getLast().application();
            application.enter();
            return Optional.of(application);
        } finally {
            lock.unlock();
        }
    }

    boolean isBusy() {
        lock.lock();
        try {
            return entries.stream().anyMatch(entry -> entry.application().isBusy());
        } finally {
            lock.unlock();
        }
    }

    private boolean await(long nanos) {
        if (waiting >= MOST_WAITING) {
            return false;
        }
        waiting++;
        try {
            var left = nanos;
            while (entries.isEmpty() && left > 0) {
                left = opened.awaitNanos(left);
            }
            return !entries.isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting--;
        }
    }
}
