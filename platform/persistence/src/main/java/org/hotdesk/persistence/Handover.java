package org.hotdesk.persistence;

import org.hotdesk.api.event.Recorded;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hands committed events to the listeners in commit order for one subject.
 *
 * <p>Two transactions about one subject follow each other by the row locks they hold, but after the
 * commit, when the locks are gone, the second thread may overtake the first. So each transaction
 * stands in the line of every subject it tells about while it still holds its locks: its ticket.
 * After the commit its events are ready; whoever finds ready events at the head of a line hands
 * them over, also those of others that became ready behind them, and who is not at the head goes
 * away instead of waiting. A rollback leaves the line.
 */
final class Handover {
    /** Ready events of one subject that wait behind a listener which does not return. */
    private static final int LONGEST_LINE = 10_000;

    /** A place in the line of one subject. */
    static final class Ticket {
        private final String subject;
        private final List<Recorded> events = new ArrayList<>();
        private State state = State.WAITING;

        private Ticket(String subject) {
            this.subject = subject;
        }
    }

    private enum State {
        WAITING,
        READY,
        DROPPED
    }

    private static final class Line {
        private final Deque<Ticket> tickets = new ArrayDeque<>();
        private boolean busy;
    }

    private final Map<String, Line> lines = new HashMap<>();
    private final Consumer<Recorded> listeners;
    private final Consumer<String> overflow;

    Handover(Consumer<Recorded> listeners, Consumer<String> overflow) {
        this.listeners = listeners;
        this.overflow = overflow;
    }

    /** To be called while the transaction holds its locks, right before its commit. */
    Collection<Ticket> take(List<Recorded> events) {
        Map<String, Ticket> tickets = new LinkedHashMap<>();
        for (Recorded recorded : events) {
            tickets.computeIfAbsent(recorded.event().subject(), Ticket::new).events.add(recorded);
        }
        synchronized (lines) {
            for (Ticket ticket : tickets.values()) {
                lines.computeIfAbsent(ticket.subject, subject -> new Line()).tickets.add(ticket);
            }
        }
        return tickets.values();
    }

    /** To be called after the commit. */
    void pass(Collection<Ticket> tickets) {
        end(tickets, State.READY);
    }

    /** To be called after a rollback. */
    void drop(Collection<Ticket> tickets) {
        end(tickets, State.DROPPED);
    }

    private void end(Collection<Ticket> tickets, State state) {
        synchronized (lines) {
            tickets.forEach(ticket -> ticket.state = state);
        }
        tickets.forEach(ticket -> serve(ticket.subject));
    }

    private void serve(String subject) {
        Optional<Ticket> next = begin(subject);
        while (next.isPresent()) {
            try {
                next.get().events.forEach(listeners);
            } finally {
                next = proceed(subject);
            }
        }
    }

    private Optional<Ticket> begin(String subject) {
        synchronized (lines) {
            Line line = lines.get(subject);
            if (line == null) {
                return Optional.empty();
            }
            if (line.busy) {
                shorten(subject, line);
                return Optional.empty();
            }
            return head(subject, line);
        }
    }

    private Optional<Ticket> proceed(String subject) {
        synchronized (lines) {
            Line line = lines.get(subject);
            return line == null ? Optional.empty() : head(subject, line);
        }
    }

    private Optional<Ticket> head(String subject, Line line) {
        while (!line.tickets.isEmpty() && line.tickets.peek().state == State.DROPPED) {
            line.tickets.remove();
        }
        line.busy = !line.tickets.isEmpty() && line.tickets.peek().state == State.READY;
        if (line.tickets.isEmpty()) {
            lines.remove(subject);
        }
        return line.busy ? Optional.of(line.tickets.remove()) : Optional.empty();
    }

    /** Live events are best effort: behind a listener that hangs, the oldest are let go. */
    private void shorten(String subject, Line line) {
        if (line.tickets.size() > LONGEST_LINE && line.tickets.peek().state == State.READY) {
            line.tickets.remove();
            overflow.accept(subject);
        }
    }
}
