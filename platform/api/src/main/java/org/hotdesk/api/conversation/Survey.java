package org.hotdesk.api.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The question to a visitor what they thought of a conversation; once a conversation, and counted
 * whether it is answered or not.
 *
 * @param reasons what can be chosen beside a score
 * @param remindedAt when it was recalled to the visitor
 * @param expiresAt from when on it is too late
 */
public record Survey(
        ConversationId conversation,
        Form form,
        State state,
        Asker askedBy,
        Instant askedAt,
        Optional<Instant> remindedAt,
        Instant expiresAt,
        List<EndingRules.Reason> reasons,
        Optional<Given> given) {
    public Survey {
        reasons = List.copyOf(reasons);
    }

    /** What is asked. */
    public enum Form {
        /** One to five stars. */
        GRADE,
        /** Satisfied or not; kept as five stars or one. */
        RATIO
    }

    /** How far it is. */
    public enum State {
        /** It waits for an answer. */
        ASKED,
        /** The visitor answered. */
        ANSWERED,
        /** Nobody answered in time. */
        EXPIRED
    }

    /** Who began it. */
    public enum Asker {
        /** An agent asked. */
        AGENT,
        /** The end of the conversation. */
        CLOSE,
        /** The visitor, without being asked. */
        VISITOR
    }

    /**
     * The answer.
     *
     * @param reasons codes of the reasons that were chosen
     */
    public record Given(int stars, List<String> reasons, String comment, Instant at) {
        public Given {
            reasons = List.copyOf(reasons);
        }
    }
}
