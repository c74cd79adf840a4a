package org.hotdesk.api.event;

import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.staff.AgentId;

/**
 * A visitor came back to a conversation that had ended. What became of it follows: {@link
 * ConversationAssigned} when the same agent has it again, else {@link ConversationQueued}.
 *
 * @param from the agent who had it
 */
public record ConversationReopened(Conversation conversation, AgentId from) implements Event {
    @Override
    public String subject() {
        return "conversation/" + conversation.id();
    }
}
