package org.hotdesk.api.event;

import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Party;

/** One side has read a conversation up to a line. */
public record MessagesRead(ConversationId conversation, Party party, Author.Side side, long seq)
        implements Event {
    @Override
    public String subject() {
        return "conversation/" + conversation;
    }
}
