package org.hotdesk.api.conversation;

import java.time.Instant;

/**
 * What the staff write to each other in a conversation; the visitor never learns that it exists.
 * Notes are counted for themselves, so that the lines of the conversation have no gap.
 *
 * @param number position among the notes of the conversation: 1, 2, 3 …
 * @param after sequence number of the line after which it was written
 * @param clientId chosen by the author's client, unique among the notes of the conversation
 * @param text empty when it was taken back
 * @param recalled whether its author took it back
 */
public record Note(
        ConversationId conversation,
        long number,
        long after,
        String clientId,
        Author author,
        String text,
        Instant at,
        boolean recalled) {}
