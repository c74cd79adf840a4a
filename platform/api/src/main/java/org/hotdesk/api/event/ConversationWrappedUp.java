package org.hotdesk.api.event;

import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.WrapUp;

/** An ended conversation was closed for its agent too. */
public record ConversationWrappedUp(Conversation conversation, WrapUp wrapUp) implements Event {
    @Override
    public String subject() {
        return "conversation/" + conversation.id();
    }
}
