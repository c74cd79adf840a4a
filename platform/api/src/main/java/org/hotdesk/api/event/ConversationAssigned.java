package org.hotdesk.api.event;

import org.hotdesk.api.conversation.Conversation;

/** An agent got a conversation; the decision trace says why. */
public record ConversationAssigned(Conversation conversation) implements Event {
    @Override
    public String subject() {
        return "conversation/" + conversation.id();
    }
}
