package org.hotdesk.api.conversation;

import java.util.Optional;

/**
 * A message that somebody wants to send.
 *
 * @param clientId 1 to 64 characters of {@code A-Za-z0-9_-}, not beginning with {@code system-}
 * @param text 1 to 5,000 characters, not only white space; kept to the letter. May be empty beside
 *     a file or a card
 * @param attachment a file that the sender uploaded; not in the first message of a conversation,
 *     and not together with a card
 * @param confirmed whether its author wants it sent in spite of a warning
 */
public record Draft(
        String clientId,
        String text,
        Optional<AttachmentId> attachment,
        Optional<Card> card,
        boolean confirmed) {

    /** Text alone. */
    public Draft(String clientId, String text) {
        this(clientId, text, Optional.empty(), Optional.empty(), false);
    }
}
