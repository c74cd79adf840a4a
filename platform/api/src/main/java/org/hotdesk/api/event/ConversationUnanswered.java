package org.hotdesk.api.event;

import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Party;

import java.time.Instant;

/**
 * A visitor has waited too long for an answer of the agent.
 *
 * @param seq the oldest line without an answer
 * @param since when it was written, or when the agent got the conversation, whichever is later
 */
public record ConversationUnanswered(
        ConversationId conversation, Party party, long seq, Instant since) implements Event {
    @Override
    public String subject() {
        return "conversation/" + conversation;
    }
}
