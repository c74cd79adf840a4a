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
        Queued queued,
        Received received,
        Instant at,
        List<Candidate> full,
        List<Candidate> candidates)
        implements RoutingRequest {

    Waiting with(List<Candidate> left) {
        return new Waiting(queued, received, at, full, left);
    }

    @Override
    public TeamId team() {
        return queued.team();
    }

    @Override
    public VisitorId visitor() {
        return queued.visitor();
    }

    @Override
    public String language() {
        return queued.language();
    }

    @Override
    public Instant queuedAt() {
        return queued.since();
    }

    @Override
    public int weight() {
        return queued.weight();
    }

    @Override
    public Arrival arrival() {
        return received.arrival();
    }

    @Override
    public int priority() {
        return queued.priority();
    }

    @Override
    public List<SkillLevel> required() {
        return received.reception().skills();
    }
}
