package org.hotdesk.api.conversation;

import java.time.Instant;

/**
 * One line of a conversation. What was acknowledged is on disk.
 *
 * @param seq position in the conversation: 1, 2, 3 … without a gap
 * @param clientId chosen by the author's client, unique in the conversation; a message sent again
 *     under it stays one message. Of the form {@code system-…} for system lines
 * @param text what was written; for {@link Kind#SYSTEM} the code of what happened, one of {@code
 *     agent-joined}, {@code agent-left}, {@code closed-by-agent}, {@code closed-by-visitor}; the
 *     author's name says who
 */
public record Message(
        ConversationId conversation,
        long seq,
        String clientId,
        Author author,
        Kind kind,
        String text,
        Instant at) {

    /** What kind of line it is. */
    public enum Kind {
        /** Plain text. */
        TEXT,
        /** Something happened; {@code text} is its code. */
        SYSTEM
    }
}
