package org.hotdesk.customer;

import org.hotdesk.api.Actor;
import org.hotdesk.api.customer.CustomerStore;
import org.hotdesk.api.customer.Visit;
import org.hotdesk.api.event.Event;
import org.hotdesk.persistence.TestDatabase;
import org.hotdesk.testkit.DirectExtensions;
import org.hotdesk.testkit.HandClock;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** All services about customers over one test database, with a store in memory. */
final class Desk {
    static final Actor AGENT = new Actor.Platform("test");
    static final String SHOP = "https://shop.example.com";

    final HandClock clock = HandClock.inTheMorning();
    final MemoryStore store = new MemoryStore();
    final DirectExtensions extensions =
            new DirectExtensions().with(CustomerStore.class, "memory", store);
    final VisitorBook visitors;
    final CustomerBook customers;
    private final List<Event> heard = new CopyOnWriteArrayList<>();

    Desk(TestDatabase database) {
        var storage = database.storage(VisitorBook.class);
        var stores = new Stores(extensions, "memory");
        visitors =
                new VisitorBook(storage, database.transactions(), database.events(), stores, clock);
        customers = new CustomerBook(stores, storage);
        database.listen(recorded -> heard.add(recorded.event()));
    }

    /** What was committed, in order. */
    <E extends Event> List<E> heard(Class<E> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    static Visit page(String path) {
        return new Visit(SHOP + path, "Page " + path, Optional.empty(), "en", Optional.empty());
    }
}
