package org.hotdesk.api.event;

import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Party;
import org.hotdesk.api.staff.TeamId;

import java.util.Optional;

/** Something passing, for those who watch right now; nothing is kept. */
public sealed interface Signal {

    /**
     * Somebody types, or stopped.
     *
     * @param draft the beginning of what a visitor has typed so far; only ever for the staff
     */
    record Typing(
            ConversationId conversation,
            Party party,
            Author author,
            boolean typing,
            Optional<String> draft)
            implements Signal {}

    /** One side's machine has the lines up to this one. */
    record Delivered(ConversationId conversation, Party party, Author.Side side, long seq)
            implements Signal {}

    /** The order of a queue changed: somebody came, left or was served. */
    record QueueMoved(TeamId team) implements Signal {}

    /** Extensions came, went or were replaced; whoever shows them looks again. */
    record ExtensionsChanged() implements Signal {}
}
