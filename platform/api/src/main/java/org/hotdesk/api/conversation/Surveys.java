package org.hotdesk.api.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.staff.TeamId;
import org.osgi.annotation.versioning.ProviderType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What visitors thought of their conversations. Each is asked once; the database decides who asked
 * first. Thread-safe.
 */
@ProviderType
public interface Surveys {

    /**
     * An answer; the score in the way of its form.
     *
     * @param stars 1 to 5, for a grade
     * @param satisfied for a ratio
     * @param reasons codes that the survey offers for this score
     * @param comment at most 1,000 characters; may be empty
     */
    record Answer(
            Optional<Integer> stars,
            Optional<Boolean> satisfied,
            List<String> reasons,
            String comment) {
        public Answer {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * How visitors answered.
     *
     * @param asked surveys that were sent
     * @param answered of those
     * @param unasked ratings of visitors who were not asked
     * @param satisfied ratings of four stars or more, asked for or not
     * @param stars how many ratings had 1, 2, 3, 4, 5 stars
     * @param reasons how often each was chosen, most frequent first
     */
    record Figures(
            long asked,
            long answered,
            long unasked,
            long satisfied,
            List<Long> stars,
            List<Counted> reasons) {
        public Figures {
            stars = List.copyOf(stars);
            reasons = List.copyOf(reasons);
        }
    }

    /** How often a reason was chosen. */
    record Counted(String code, long count) {}

    /**
     * Asks the visitor, while an agent has the conversation or after; where it was asked before,
     * nothing happens. By who has the conversation, or {@code conversation.manage}; by its visitor
     * where the team lets visitors rate by themselves.
     *
     * @return the survey as it is now
     * @throws org.hotdesk.api.Fault NOT_FOUND; FORBIDDEN; CONFLICT {@code nobody-served} when no
     *     agent ever had it
     */
    Survey ask(Actor actor, ConversationId id);

    /** The survey of a conversation that the caller may read; empty when it was never asked. */
    Optional<Survey> find(Actor actor, ConversationId id);

    /**
     * Keeps the answer, once. Where nobody asked and the team lets visitors rate by themselves, an
     * ended conversation is rated nevertheless. The same answer again changes nothing.
     *
     * @throws org.hotdesk.api.Fault INVALID; NOT_FOUND; CONFLICT {@code survey-expired}, {@code
     *     already-rated}, {@code conversation-open}, {@code not-asked}
     */
    Conversation answer(Actor.Visitor visitor, ConversationId id, Answer answer);

    /**
     * How the surveys of a period were answered; with {@code conversation.read-all}.
     *
     * @param from inclusive, by when they were asked
     * @param to exclusive; at most 400 days later
     * @param team empty: all teams
     */
    Figures figures(Actor actor, Instant from, Instant to, Optional<TeamId> team);
}
