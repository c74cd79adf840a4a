package org.hotdesk.conversation;

import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.event.ConversationAssigned;
import org.hotdesk.api.event.ConversationOpened;
import org.hotdesk.api.event.ConversationQueued;
import org.hotdesk.api.event.EventListener;
import org.hotdesk.api.event.Recorded;
import org.hotdesk.api.routing.Decision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps account of who waited when, and finds out afterwards who was passed over: somebody who was
 * known to wait when the queue was looked at for a later one of the same team, and was still left
 * waiting.
 */
final class FairnessWatch implements EventListener {
    private static final Comparator<Spell> ORDER_OF_SERVICE =
            Comparator.comparing((Spell spell) -> spell.turn)
                    .thenComparing(spell -> spell.conversation.id().value());

    private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    private final Consumer<ConversationId> onAssigned;
    private final Map<ConversationId, List<Spell>> spells = new HashMap<>();
    private final Map<ConversationId, Instant> leaving = new HashMap<>();

    /** One wait, from when it was known until it surely went on no longer. */
    private static final class Spell {
        private final Conversation conversation;
        private final Instant known;
        private Instant decided = Instant.MAX;
        private Instant assigned = Instant.MAX;
        private Instant left;
        private Instant turn;
        private boolean isLoyal;

        Spell(Conversation conversation, Instant known, Instant left) {
            this.conversation = conversation;
            this.known = known;
            this.left = left;
            turn = conversation.queuedAt();
        }

        boolean wasPassedOverBy(Spell later) {
            return conversation.team().equals(later.conversation.team())
                    && !isLoyal
                    && ORDER_OF_SERVICE.compare(this, later) < 0
                    && known.isBefore(later.decided)
                    && decided.isAfter(later.decided)
                    && left.isAfter(later.assigned);
        }
    }

    FairnessWatch(Consumer<ConversationId> onAssigned) {
        this.onAssigned = onAssigned;
    }

    @Override
    public synchronized void heard(Recorded recorded) {
        switch (recorded.event()) {
            case ConversationOpened opened -> waits(opened.conversation());
            case ConversationQueued queued -> waits(queued.conversation());
            case ConversationAssigned assigned -> {
                newest(assigned.conversation().id()).assigned = clock.instant();
                onAssigned.accept(assigned.conversation().id());
            }
            default -> {
                // Nothing else begins or ends a wait, but leaving, which is told before it is done.
            }
        }
    }

    private void waits(Conversation conversation) {
        spells.computeIfAbsent(conversation.id(), id -> new ArrayList<>())
                .add(
                        new Spell(
                                conversation,
                                clock.instant(),
                                leaving.getOrDefault(conversation.id(), Instant.MAX)));
    }

    private Spell newest(ConversationId id) {
        return spells.get(id).getLast();
    }

    /** Somebody is about to end a conversation, whether it waits or not. */
    synchronized void leaving(ConversationId id) {
        // It may still go back to the queue before it ends: that wait counts for nobody either.
        leaving.put(id, clock.instant());
        newest(id).left = clock.instant();
    }

    /**
     * What is known of a conversation once everything is over.
     *
     * @param turn by which moment it is served
     * @param isLoyal whether it may have waited for one agent of its own accord
     */
    record Known(List<Decision> decisions, Instant turn, boolean isLoyal) {}

    /** Who was passed over by whom, once everything is over. */
    synchronized List<String> complaints(Function<Conversation, Known> known) {
        spells.forEach((id, waits) -> decide(waits, known.apply(waits.getFirst().conversation)));
        List<Spell> all = spells.values().stream().flatMap(List::stream).toList();
        List<String> complaints = new ArrayList<>();
        for (Spell served : all) {
            if (served.decided.equals(Instant.MAX)) {
                continue;
            }
            all.stream()
                    .filter(spell -> spell.wasPassedOverBy(served))
                    .map(
                            spell ->
                                    spell.conversation.id()
                                            + " waited and was passed over by "
                                            + served.conversation.id())
                    .forEach(complaints::add);
        }
        return complaints;
    }

    private static void decide(List<Spell> waits, Known known) {
        for (int i = 0; i < known.decisions().size(); i++) {
            waits.get(i).decided = known.decisions().get(i).at();
        }
        for (Spell wait : waits) {
            wait.turn = known.turn();
            wait.isLoyal = known.isLoyal();
        }
    }

    synchronized long assignments() {
        return spells.values().stream()
                .flatMap(List::stream)
                .filter(spell -> spell.assigned.isBefore(Instant.MAX))
                .count();
    }
}
