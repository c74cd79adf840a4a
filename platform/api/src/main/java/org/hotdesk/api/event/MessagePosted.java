package org.hotdesk.api.event;

import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.conversation.Party;

/** A line was written. */
public record MessagePosted(Message message, Party party) implements Event {
    @Override
    public String subject() {
        return "conversation/" + message.conversation();
    }
}
