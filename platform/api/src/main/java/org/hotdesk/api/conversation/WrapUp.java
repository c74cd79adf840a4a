package org.hotdesk.api.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * What an agent says of a conversation after its end.
 *
 * @param since when the conversation ended
 * @param until when it is closed without; empty: never
 * @param category code of a category
 * @param finishedAt when it was said; empty while it is being written
 * @param finishedBy name of who said it
 */
public record WrapUp(
        ConversationId conversation,
        Instant since,
        Optional<Instant> until,
        Optional<String> category,
        String summary,
        Optional<Instant> finishedAt,
        Optional<String> finishedBy) {}
