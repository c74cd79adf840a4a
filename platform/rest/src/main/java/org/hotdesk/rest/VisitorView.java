package org.hotdesk.rest;

import org.hotdesk.api.conversation.Conversation;

import java.util.Optional;

/** A conversation without what is the staff's own business. */
final class VisitorView {
    private VisitorView() {}

    static Conversation of(Conversation whole) {
        return new Conversation(
                whole.id(),
                whole.visitor(),
                whole.visitorName(),
                Optional.empty(),
                whole.team(),
                whole.state().seenByVisitor(),
                Optional.empty(),
                whole.agentName(),
                whole.language(),
                whole.openedAt(),
                whole.queuedAt(),
                whole.assignedAt(),
                whole.closedAt(),
                Optional.empty(),
                whole.rating(),
                whole.lastSeq(),
                whole.last(),
                whole.visitorRead(),
                whole.agentRead(),
                0,
                whole.version());
    }
}
