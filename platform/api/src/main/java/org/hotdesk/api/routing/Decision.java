package org.hotdesk.api.routing;

import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.extension.Provenance;
import org.hotdesk.api.staff.AgentId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why an agent got a conversation: the decision trace.
 *
 * @param at when the queue was looked at for it
 * @param considered members of the team who were at work, with load and capacity at that moment
 * @param steps the strategies of the plan in order
 */
public record Decision(
        ConversationId conversation,
        Instant at,
        AgentId chosen,
        long planRevision,
        List<Considered> considered,
        List<Step> steps) {
    public Decision {
        considered = List.copyOf(considered);
        steps = List.copyOf(steps);
    }

    /**
     * An agent who was looked at.
     *
     * @param leftOut why the agent was no candidate, such as "at capacity"; empty for candidates
     */
    public record Considered(
            AgentId agent, String name, int load, int capacity, Optional<Words> leftOut) {}

    /**
     * What one strategy said.
     *
     * @param by the plugin that was asked; empty when it was missing
     * @param kept best first; as it was before where the strategy had no say
     */
    public record Step(
            String strategy,
            Optional<Provenance> by,
            Verdict verdict,
            List<Preference.Choice> kept,
            List<Preference.Choice> leftOut,
            Optional<String> failure) {
        public Step {
            kept = List.copyOf(kept);
            leftOut = List.copyOf(leftOut);
        }
    }

    /** How asking a strategy ended. */
    public enum Verdict {
        /** It kept and ordered. */
        ANSWERED,
        /** It left everything as it was. */
        NO_OPINION,
        /** No bundle offers it now. */
        MISSING,
        /** It threw, or answered somebody who was no candidate. */
        FAILED,
        /** It took too long. */
        TIMED_OUT,
        /** It failed so often that it is not asked for a while. */
        CUT_OFF
    }
}
