package org.hotdesk.conversation;

import org.hotdesk.conversation.AttendanceTable.AttendanceRow;
import org.hotdesk.conversation.ReplayTable.Begun;
import org.hotdesk.conversation.ReplayTable.PastRow;
import org.hotdesk.conversation.ReplayTable.Served;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads a period of the past in order of time, a page at a time. */
final class PastReader {
    static final int PAGE = 500;

    /** How many served conversations tell how long one usually lasts. */
    private static final int SAMPLE = 1_000;

    private static final Duration NOBODY_KNOWS = Duration.ofMinutes(5);

    private final Tables tables;
    private final Instant to;
    private final Deque<PastRow> conversations = new ArrayDeque<>();
    private final Deque<AttendanceRow> changes = new ArrayDeque<>();
    private final Duration usual;
    private long lastConversation;
    private Instant lastChange;
    private long lastChangeId = Long.MAX_VALUE;
    private boolean over;
    private boolean changesOver;

    PastReader(Tables tables, Instant from, Instant to) {
        this.tables = tables;
        this.to = to;
        lastConversation = before(from);
        lastChange = from;
        usual = usual(tables.replays().served(lastConversation, SAMPLE));
    }

    private static Duration usual(List<Served> sample) {
        return sample.isEmpty()
                ? NOBODY_KNOWS
                : Duration.ofSeconds(
                        (long)
                                sample.stream()
                                        .mapToLong(
                                                one ->
                                                        Duration.between(one.fromAt(), one.toAt())
                                                                .toSeconds())
                                        .average()
                                        .orElseThrow());
    }

    /** The last conversation before a moment; ids grow with time, so that halving finds it. */
    private long before(Instant moment) {
        long low = 0;
        long high = tables.replays().lastConversation() + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            Optional<Begun> found = tables.replays().from(middle);
            if (found.isPresent() && found.get().openedAt().isBefore(moment)) {
                low = found.get().id() + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** The next conversation; empty when the period is over. */
    Optional<PastRow> peek() {
        if (conversations.isEmpty() && !over) {
            conversations.addAll(tables.replays().page(lastConversation, PAGE));
            over = conversations.size() < PAGE;
        }
        return Optional.ofNullable(conversations.peek()).filter(row -> row.openedAt().isBefore(to));
    }

    /** Takes the one that was seen. */
    Past next() {
        PastRow row = conversations.remove();
        lastConversation = row.id();
        return Past.of(row, usual);
    }

    /** The next change of who is at work; empty when there is none in the period. */
    Optional<AttendanceRow> peekChange() {
        if (changes.isEmpty() && !changesOver) {
            changes.addAll(tables.attendances().page(lastChange, lastChangeId, to, PAGE));
            changesOver = changes.size() < PAGE;
        }
        return Optional.ofNullable(changes.peek());
    }

    /** Takes the change that was seen. */
    AttendanceRow nextChange() {
        AttendanceRow row = changes.remove();
        lastChange = row.since();
        lastChangeId = row.id();
        return row;
    }
}
