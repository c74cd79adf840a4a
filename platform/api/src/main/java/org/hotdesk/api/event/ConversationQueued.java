package org.hotdesk.api.event;

import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.staff.AgentId;

/**
 * A conversation went back to the queue, to the place that its first wait gave it.
 *
 * @param from the agent who had it
 */
public record ConversationQueued(Conversation conversation, AgentId from) implements Event {
    @Override
    public String subject() {
        return "conversation/" + conversation.id();
    }
}
