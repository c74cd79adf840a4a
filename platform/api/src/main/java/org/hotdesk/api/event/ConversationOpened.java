package org.hotdesk.api.event;

import org.hotdesk.api.conversation.Conversation;

/**
 * A visitor began a conversation; it waits in the queue. Its first message is an event of its own.
 */
public record ConversationOpened(Conversation conversation) implements Event {
    @Override
    public String subject() {
        return "conversation/" + conversation.id();
    }
}
