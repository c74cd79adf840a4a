package org.hotdesk.conversation;

import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Message;

import java.time.Instant;

/**
 * Lines that tell what happened; their text is a code that the readers' languages have words for.
 */
enum SystemLine {
    AGENT_JOINED("agent-joined"),
    AGENT_LEFT("agent-left"),
    CLOSED_BY_AGENT("closed-by-agent"),
    CLOSED_BY_VISITOR("closed-by-visitor"),
    CLOSED_BY_IDLE("closed-by-idle"),
    IDLE_WARNING("idle-warning"),
    REOPENED("reopened");

    private final String code;

    SystemLine(String code) {
        this.code = code;
    }

    /** The line as the next one of a conversation whose row is locked. */
    Message after(ConversationRow row, String name, Instant at) {
        long seq = row.lastSeq() + 1;
        return new Message(
                new ConversationId(row.id()),
                seq,
                "system-" + seq,
                new Author(Author.Side.SYSTEM, 0, name),
                Message.Kind.SYSTEM,
                code,
                at);
    }
}
