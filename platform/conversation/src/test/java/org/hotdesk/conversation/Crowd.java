package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.PageView;
import org.hotdesk.api.customer.Source;
import org.hotdesk.api.customer.Visit;
import org.hotdesk.api.customer.Visitor;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.customer.Visitors;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The visitors of a test: everybody whose id is asked for is there. */
final class Crowd implements Visitors {
    @Override
    public Arrival arrive(Visit visit) {
        throw new AssertionError("visitors are there already");
    }

    @Override
    public Optional<VisitorId> byToken(String token) {
        return Optional.empty();
    }

    @Override
    public void viewed(VisitorId visitor, Visit visit) {
        // Pages do not matter here.
    }

    @Override
    public Visitor find(Actor actor, VisitorId id) {
        return new Visitor(
                id,
                Optional.empty(),
                "visitor " + id,
                "en",
                Source.unknown(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @Override
    public List<PageView> pages(Actor actor, VisitorId id, int limit) {
        return List.of();
    }

    @Override
    public Optional<CustomerId> identify(VisitorId visitor) {
        return Optional.of(new CustomerId("customer-" + visitor));
    }
}
