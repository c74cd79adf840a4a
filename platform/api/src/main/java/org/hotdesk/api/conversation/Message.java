package org.hotdesk.api.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of a conversation. What was acknowledged is on disk.
 *
 * @param seq position in the conversation: 1, 2, 3 … without a gap
 * @param clientId chosen by the author's client, unique in the conversation; a message sent again
 *     under it stays one message. Of the form {@code system-…} for system lines
 * @param attachment the file of an {@link Kind#IMAGE} or {@link Kind#FILE}, whose text may be empty
 * @param card what a {@link Kind#CARD} shows
 * @param text what was written; for {@link Kind#SYSTEM} the code of what happened, one of {@code
 *     agent-joined}, {@code agent-left}, {@code closed-by-agent}, {@code closed-by-visitor}, {@code
 *     closed-by-idle}, {@code idle-warning}, {@code reopened}; the author's name says who. For
 *     {@link Kind#RECALL} the sequence number of the line that its author took back; empty for
 *     {@link Kind#RECALLED}
 */
public record Message(
        ConversationId conversation,
        long seq,
        String clientId,
        Author author,
        Kind kind,
        String text,
        Instant at,
        Optional<Attachment> attachment,
        Optional<Card> card) {

    // checkstyle off: ParameterNumber, because these are the components but the last two
    /** A line of text alone. */
    public Message(
            ConversationId conversation,
            long seq,
            String clientId,
            Author author,
            Kind kind,
            String text,
            Instant at) {
        this(
                conversation,
                seq,
                clientId,
                author,
                kind,
                text,
                at,
                Optional.empty(),
                Optional.empty());
    }

    // checkstyle on: ParameterNumber

    /** What kind of line it is. */
    public enum Kind {
        /** Plain text. */
        TEXT,
        /** A picture, with or without words. */
        IMAGE,
        /** Another file, with or without words. */
        FILE,
        /** A product or an order. */
        CARD,
        /** Something happened; {@code text} is its code. */
        SYSTEM,
        /** The author takes an earlier line back; {@code text} is its sequence number. */
        RECALL,
        /** A line that its author took back; what it said is gone. */
        RECALLED;

        /** Whether somebody says something in it. */
        public boolean isSaid() {
            return switch (this) {
                case TEXT, IMAGE, FILE, CARD -> true;
                case SYSTEM, RECALL, RECALLED -> false;
            };
        }
    }
}
