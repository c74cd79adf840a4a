package org.hotdesk.conversation;

import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.staff.TeamId;

import java.time.Instant;

/**
 * What waits in a queue, as far as routing goes; a trial's does not exist.
 *
 * @param since when it began to wait
 */
record Queued(
        TeamId team, VisitorId visitor, String language, Instant since, int weight, int priority) {
    static Queued of(ConversationRow row) {
        return new Queued(
                new TeamId(row.team()),
                new VisitorId(row.visitor()),
                row.language(),
                row.queuedAt(),
                row.weight(),
                row.priority());
    }

    /** The same where another plan puts it. */
    Queued placed(TeamId elsewhere, int otherPriority) {
        return new Queued(elsewhere, visitor, language, since, weight, otherPriority);
    }
}
