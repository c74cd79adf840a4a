package org.hotdesk.conversation;

import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.routing.Arrival;
import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.routing.RoutingRequest;
import org.hotdesk.api.staff.SkillLevel;
import org.hotdesk.api.staff.TeamId;

import java.time.Instant;
import java.util.List;

/** A waiting conversation as strategies see it. */
record Waiting(
        ConversationRow row,
        Received received,
        Instant at,
        List<Candidate> full,
        List<Candidate> candidates)
        implements RoutingRequest {

    Waiting with(List<Candidate> left) {
        return new Waiting(row, received, at, full, left);
    }

    @Override
    public TeamId team() {
        return new TeamId(row.team());
    }

    @Override
    public VisitorId visitor() {
        return new VisitorId(row.visitor());
    }

    @Override
    public String language() {
        return row.language();
    }

    @Override
    public Instant queuedAt() {
        return row.queuedAt();
    }

    @Override
    public int weight() {
        return row.weight();
    }

    @Override
    public Arrival arrival() {
        return received.arrival();
    }

    @Override
    public int priority() {
        return row.priority();
    }

    @Override
    public List<SkillLevel> required() {
        return received.reception().skills();
    }
}
