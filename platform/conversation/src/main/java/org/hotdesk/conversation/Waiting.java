package org.hotdesk.conversation;

import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.routing.RoutingRequest;
import org.hotdesk.api.staff.TeamId;

import java.time.Instant;
import java.util.List;

/** A waiting conversation as strategies see it. */
record Waiting(
        TeamId team,
        VisitorId visitor,
        String language,
        Instant queuedAt,
        int weight,
        List<Candidate> candidates)
        implements RoutingRequest {

    static Waiting of(ConversationRow row, List<Candidate> candidates) {
        return new Waiting(
                new TeamId(row.team()),
                new VisitorId(row.visitor()),
                row.language(),
                row.queuedAt(),
                row.weight(),
                candidates);
    }

    Waiting with(List<Candidate> left) {
        return new Waiting(team, visitor, language, queuedAt, weight, left);
    }
}
