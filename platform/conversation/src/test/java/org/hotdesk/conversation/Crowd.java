package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.customer.Customer;
import org.hotdesk.api.customer.CustomerDetails;
import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.Customers;
import org.hotdesk.api.customer.PageView;
import org.hotdesk.api.customer.Source;
import org.hotdesk.api.customer.Visit;
import org.hotdesk.api.customer.Visitor;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.customer.Visitors;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The visitors of a test: everybody whose id is asked for is there. */
final class Crowd implements Visitors {
    /** What the record of a visitor's customer says; nobody has one who is not in here. */
    final Map<VisitorId, CustomerDetails> known = new ConcurrentHashMap<>();

    /** Where a visitor came from, where that matters. */
    final Map<VisitorId, Source> sources = new ConcurrentHashMap<>();

    private static CustomerId customer(VisitorId visitor) {
        return new CustomerId("customer-" + visitor);
    }

    Customers customers() {
        return new Customers() {
            @Override
            public Customer find(Actor actor, CustomerId id) {
                return known.entrySet().stream()
                        .filter(entry -> customer(entry.getKey()).equals(id))
                        .map(entry -> new Customer(id, entry.getValue(), Instant.EPOCH, 1))
                        .findFirst()
                        .orElseThrow(() -> Fault.notFound("customer", id));
            }

            @Override
            public Customer change(
                    Actor actor, CustomerId id, long version, CustomerDetails details) {
                throw new AssertionError("nobody changes a record here");
            }
        };
    }

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
                Optional.of(id).filter(known::containsKey).map(Crowd::customer),
                "visitor " + id,
                "en",
                sources.getOrDefault(id, Source.unknown()),
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
        return Optional.of(customer(visitor));
    }
}
