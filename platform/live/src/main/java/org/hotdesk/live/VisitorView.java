package org.hotdesk.live;

import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Rating;
import org.hotdesk.api.staff.TeamId;

import java.time.Instant;
import java.util.Optional;

/** What a visitor sees of a conversation; the rest is the staff's own business. */
record VisitorView(
        ConversationId id,
        ConversationState state,
        Optional<AgentName> agent,
        TeamId team,
        Instant openedAt,
        long lastSeq,
        long visitorRead,
        long agentRead,
        Optional<Rating> rating) {
    /** The name that customers see. */
    record AgentName(String name) {}

    static VisitorView of(Conversation whole) {
        return new VisitorView(
                whole.id(),
                whole.state().seenByVisitor(),
                whole.agentName().map(AgentName::new),
                whole.team(),
                whole.openedAt(),
                whole.lastSeq(),
                whole.visitorRead(),
                whole.agentRead(),
                whole.rating());
    }
}
