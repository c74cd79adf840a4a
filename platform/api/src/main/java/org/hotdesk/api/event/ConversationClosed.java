package org.hotdesk.api.event;

import org.hotdesk.api.conversation.Conversation;

/** A conversation ended; its state says whether an agent ever had it. */
public record ConversationClosed(Conversation conversation) implements Event {
    @Override
    public String subject() {
        return "conversation/" + conversation.id();
    }
}
