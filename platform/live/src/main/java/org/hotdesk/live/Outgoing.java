package org.hotdesk.live;

import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.staff.AgentId;

import java.util.Optional;

/**
 * A frame on its way, written once for all who get it.
 *
 * @param line the line of a conversation that it holds, so that its arrival can be told
 */
record Outgoing(String text, Optional<Line> line) {
    /** A line of a conversation, and the agent who has the conversation. */
    record Line(ConversationId conversation, long seq, Author.Side side, Optional<AgentId> agent) {}

    static Outgoing of(String text) {
        return new Outgoing(text, Optional.empty());
    }
}
