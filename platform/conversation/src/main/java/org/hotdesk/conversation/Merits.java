package org.hotdesk.conversation;

import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Rating;
import org.hotdesk.conversation.RecordTable.Addition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts how agents do, in the transactions in which it happens and as the last thing in them. What
 * happens after a conversation's end counts for the day of its end.
 */
final class Merits {
    static final String ALL = "";
    private static final int SATISFIED = 4;

    /** Who comes back within this time was not helped. */
    private static final Duration RESOLVED_AFTER = Duration.ofDays(1);

    private static final Comparator<Addition> ORDER =
            Comparator.comparing(Addition::category)
                    .thenComparing(Addition::dayEnded)
                    .thenComparing(Addition::agent);

    private final RecordTable table;

    Merits(RecordTable table) {
        this.table = table;
    }

    private record Gain(int handled, int returned, int rated, int satisfied, int converted) {}

    static long day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay();
    }

    static String key(String category) {
        return category.strip().toLowerCase(Locale.ROOT);
    }

    /** It is over, with all that happened until now. */
    void ended(ConversationRow row) {
        add(row, whole(row, 1));
    }

    /** It is not over after all. */
    void undone(ConversationRow row) {
        add(row, whole(row, -1));
    }

    private static Gain whole(ConversationRow row, int times) {
        int satisfied = row.stars().filter(stars -> stars >= SATISFIED).isPresent() ? 1 : 0;
        return new Gain(
                times,
                0,
                times * (row.stars().isPresent() ? 1 : 0),
                times * satisfied,
                times * (row.converted() ? 1 : 0));
    }

    void rated(ConversationRow row, Rating rating) {
        if (isOver(row)) {
            add(row, new Gain(0, 0, 1, rating.stars() >= SATISFIED ? 1 : 0, 0));
        }
    }

    void converted(ConversationRow row) {
        if (isOver(row)) {
            add(row, new Gain(0, 0, 0, 0, 1));
        }
    }

    /** What happens before counts when it is. */
    private static boolean isOver(ConversationRow row) {
        return !row.state().isOpen() && row.state() != ConversationState.WRAP_UP;
    }

    /** The visitors of ended conversations begin others. */
    void cameBack(List<ConversationRow> ended, Instant now) {
        add(
                ended.stream()
                        .filter(
                                row ->
                                        row.closedAt()
                                                .filter(
                                                        end ->
                                                                now.isBefore(
                                                                        end.plus(RESOLVED_AFTER)))
                                                .isPresent())
                        .flatMap(row -> additions(row, new Gain(0, 1, 0, 0, 0)))
                        .toList());
    }

    private void add(ConversationRow row, Gain gain) {
        add(additions(row, gain).toList());
    }

    /** In one order for everybody, so that nobody waits for one who waits for them. */
    private void add(List<Addition> additions) {
        if (!additions.isEmpty()) {
            table.add(additions.stream().sorted(ORDER).toList());
        }
    }

    /** Without an agent, or before the end, there is nothing to count. */
    private static Stream<Addition> additions(ConversationRow row, Gain gain) {
        Optional<Instant> end = row.closedAt();
        if (end.isEmpty() || row.agent().isEmpty()) {
            return Stream.empty();
        }
        long agent = row.agent().get();
        return Stream.of(ALL, key(row.category().orElse(ALL)))
                .distinct()
                .map(category -> addition(category, day(end.get()), agent, gain));
    }

    private static Addition addition(String category, long day, long agent, Gain gain) {
        return new Addition(
                category,
                day,
                agent,
                gain.handled(),
                gain.returned(),
                gain.rated(),
                gain.satisfied(),
                gain.converted());
    }
}
