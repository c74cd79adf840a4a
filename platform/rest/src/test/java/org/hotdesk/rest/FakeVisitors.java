package org.hotdesk.rest;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.PageView;
import org.hotdesk.api.customer.Visit;
import org.hotdesk.api.customer.Visitor;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.customer.Visitors;

import java.util.List;
import java.util.Optional;

/** One visitor, number 4, token {@code four}. */
final class FakeVisitors implements Visitors {
    @Override
    public Arrival arrive(Visit visit) {
        return new Arrival(new VisitorId(4), "four");
    }

    @Override
    public Optional<VisitorId> byToken(String token) {
        return token.equals("four") ? Optional.of(new VisitorId(4)) : Optional.empty();
    }

    @Override
    public void viewed(VisitorId visitor, Visit visit) {}

    @Override
    public Visitor find(Actor actor, VisitorId id) {
        throw Fault.notFound("visitor", id);
    }

    @Override
    public List<PageView> pages(Actor actor, VisitorId id, int limit) {
        return List.of();
    }

    @Override
    public Optional<CustomerId> identify(VisitorId visitor) {
        return Optional.empty();
    }
}
