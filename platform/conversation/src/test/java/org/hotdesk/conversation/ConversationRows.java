package org.hotdesk.conversation;

import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.staff.TeamId;

import java.time.Instant;
import java.util.Optional;

/** Rows of conversations made for tests that need no database. */
final class ConversationRows {
    private ConversationRows() {}

    // checkstyle off: MethodLength, because a row has as many columns
    static ConversationRow waiting(TeamId team, int priority, Instant since) {
        return new ConversationRow(
                1,
                1,
                "visitor 1",
                Optional.empty(),
                team.value(),
                ConversationState.QUEUED,
                Optional.empty(),
                Optional.empty(),
                "en",
                1,
                priority,
                since,
                since,
                since,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                0,
                1,
                false);
    }
}
