package org.hotdesk.live;

import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.TeamId;

import java.time.Instant;
import java.util.Optional;

/** One conversation as it changes. */
final class FakeConversation {
    private static final Instant AT = Instant.parse("2026-11-21T13:29:01.204518Z");

    private FakeConversation() {}

    static Conversation begun(ConversationId id, VisitorId visitor) {
        return new Conversation(
                id,
                visitor,
                "访客",
                Optional.of(new CustomerId("c-1")),
                new TeamId(1),
                ConversationState.QUEUED,
                Optional.empty(),
                Optional.empty(),
                "zh-CN",
                AT,
                AT,
                Optional.empty(),
                Optional.empty(),
                Optional.of("secret-category"),
                Optional.empty(),
                0,
                Optional.empty(),
                0,
                0,
                0,
                1);
    }

    static Conversation grown(Conversation c, long seq) {
        return new Conversation(
                c.id(),
                c.visitor(),
                c.visitorName(),
                c.customer(),
                c.team(),
                c.state(),
                c.agent(),
                c.agentName(),
                c.language(),
                c.openedAt(),
                c.queuedAt(),
                c.assignedAt(),
                c.closedAt(),
                c.category(),
                c.rating(),
                seq,
                c.last(),
                c.visitorRead(),
                c.agentRead(),
                c.unread(),
                c.version());
    }

    static Conversation with(
            Conversation c,
            ConversationState state,
            Optional<AgentId> agent,
            Optional<String> name) {
        return new Conversation(
                c.id(),
                c.visitor(),
                c.visitorName(),
                c.customer(),
                c.team(),
                state,
                agent,
                name,
                c.language(),
                c.openedAt(),
                c.queuedAt(),
                c.assignedAt(),
                c.closedAt(),
                c.category(),
                c.rating(),
                c.lastSeq(),
                c.last(),
                c.visitorRead(),
                c.agentRead(),
                c.unread(),
                c.version() + 1);
    }
}
