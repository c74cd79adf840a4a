package org.hotdesk.testkit;

import org.hotdesk.api.Fault;
import org.hotdesk.api.event.ConsumerState;
import org.hotdesk.api.event.Event;
import org.hotdesk.api.event.EventListener;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.Recorded;
import org.hotdesk.api.event.Signal;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An event log in memory for tests: keeps what is recorded and tells listeners at once, without
 * transactions. Thread-safe.
 */
public final class RecordedEvents implements Events {
    private final Clock clock;
    private final AtomicLong ids = new AtomicLong();
    private final List<Recorded> recorded = new CopyOnWriteArrayList<>();
    private final List<Signal> signals = new CopyOnWriteArrayList<>();
    private final List<EventListener> listeners = new CopyOnWriteArrayList<>();

    /** A log that writes the time of this clock. */
    public RecordedEvents(Clock clock) {
        this.clock = clock;
    }

    /** Lets a listener hear what is recorded from now on. */
    public RecordedEvents heardBy(EventListener listener) {
        listeners.add(listener);
        return this;
    }

    /** Everything that was recorded, in order. */
    public List<Recorded> recorded() {
        return List.copyOf(recorded);
    }

    /** The recorded events of one kind, in order. */
    public <E extends Event> List<E> of(Class<E> kind) {
        return recorded.stream()
                .map(Recorded::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Everything that was signalled, in order. */
    public List<Signal> signals() {
        return List.copyOf(signals);
    }

    @Override
    public void record(List<Deed> deeds) {
        for (Deed deed : deeds) {
            Recorded one =
                    new Recorded(
                            ids.incrementAndGet(), clock.instant(), deed.actor(), deed.event());
            recorded.add(one);
            listeners.forEach(listener -> listener.heard(one));
        }
    }

    @Override
    public void signal(Signal signal) {
        signals.add(signal);
        listeners.forEach(listener -> listener.noticed(signal));
    }

    @Override
    public List<ConsumerState> consumers() {
        return List.of();
    }

    @Override
    public void rewind(String consumer, long position) {
        throw Fault.notFound("consumer", consumer);
    }
}
