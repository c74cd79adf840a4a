package org.hotdesk.api.conversation;

import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.TeamId;

import java.time.Instant;
import java.util.Optional;

/**
 * A chat between a visitor and the staff.
 *
 * @param visitorName as it was when the conversation began
 * @param agent who has it, or had it when it ended; empty while it never was assigned or waits
 *     again
 * @param queuedAt when it first began to wait; first come, first served goes by it, also when it
 *     went back to the queue
 * @param category what it was about, chosen by the agent on close
 * @param lastSeq sequence number of the newest message
 * @param last the newest line that a person wrote, cut at 120 characters
 * @param visitorRead up to which sequence number the visitor has read
 * @param agentRead up to which sequence number the agent has read
 * @param unread lines of the visitor that the agent has not read
 * @param version grows with every change but new messages and reading
 */
public record Conversation(
        ConversationId id,
        VisitorId visitor,
        String visitorName,
        Optional<CustomerId> customer,
        TeamId team,
        ConversationState state,
        Optional<AgentId> agent,
        Optional<String> agentName,
        String language,
        Instant openedAt,
        Instant queuedAt,
        Optional<Instant> assignedAt,
        Optional<Instant> closedAt,
        Optional<String> category,
        Optional<Rating> rating,
        long lastSeq,
        Optional<Last> last,
        long visitorRead,
        long agentRead,
        int unread,
        long version) {

    /** The newest line that a person wrote. */
    public record Last(Author.Side side, String text, Instant at) {}
}
