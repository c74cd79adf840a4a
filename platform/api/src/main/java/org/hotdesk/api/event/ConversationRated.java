package org.hotdesk.api.event;

import org.hotdesk.api.conversation.Conversation;

/** The visitor said what they thought of a conversation. */
public record ConversationRated(Conversation conversation) implements Event {
    @Override
    public String subject() {
        return "conversation/" + conversation.id();
    }
}
