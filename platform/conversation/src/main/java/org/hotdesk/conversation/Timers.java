package org.hotdesk.conversation;

import org.hotdesk.conversation.TimerTable.Kind;
import org.hotdesk.conversation.TimerTable.TimerRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Sets timers in the transactions that need them, and tells of them after the commit. */
@Component(service = Timers.class)
public final class Timers {
    private static final int AT_ONCE = 500;

    private final Tables tables;
    private volatile Consumer<Instant> bell = due -> {};

    @Activate
    public Timers(@Reference Tables tables) {
        this.tables = tables;
    }

    /** Whom to tell when something falls due earlier than they may know. */
    void ring(Consumer<Instant> listener) {
        bell = listener;
    }

    /** Sets timers; one of the same conversation and kind is replaced. */
    void set(Collection<TimerRow> timers) {
        inParts(List.copyOf(timers), tables.timers()::set);
    }

    void set(TimerRow timer) {
        set(List.of(timer));
    }

    /** Lets timers fall due at another time, and adds those that are not there. */
    void move(Collection<TimerRow> timers) {
        inParts(List.copyOf(timers), tables.timers()::move);
    }

    void clear(long conversation, Kind kind) {
        tables.timers().remove(conversation, kind);
    }

    private void inParts(List<TimerRow> timers, Consumer<List<TimerRow>> write) {
        for (int from = 0; from < timers.size(); from += AT_ONCE) {
            write.accept(timers.subList(from, Math.min(timers.size(), from + AT_ONCE)));
        }
        timers.stream()
                .map(TimerRow::dueAt)
                .min(Comparator.naturalOrder())
                .ifPresent(due -> tables.transactions().afterCommit(() -> bell.accept(due)));
    }
}
