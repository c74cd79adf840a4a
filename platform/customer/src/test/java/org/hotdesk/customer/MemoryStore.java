package org.hotdesk.customer;

import org.hotdesk.api.Fault;
import org.hotdesk.api.customer.Customer;
import org.hotdesk.api.customer.CustomerDetails;
import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.CustomerStore;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A customer store for tests that can be broken. */
final class MemoryStore implements CustomerStore {
    private final Map<CustomerId, Customer> customers = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean broken;

    void breakDown() {
        broken = true;
    }

    void repair() {
        broken = false;
    }

    int calls() {
        return calls.get();
    }

    @Override
    public Optional<Customer> find(CustomerId id) {
        called();
        return Optional.ofNullable(customers.get(id));
    }

    @Override
    public Customer add(String key, CustomerDetails details) {
        called();
        return customers.computeIfAbsent(
                new CustomerId("c-" + key), id -> new Customer(id, details, Instant.EPOCH, 1));
    }

    @Override
    public Customer change(CustomerId id, long version, CustomerDetails details) {
        called();
        Customer known = find(id).orElseThrow(() -> Fault.notFound("customer", id));
        if (known.version() != version) {
            throw Fault.stale("customer", id);
        }
        var changed = new Customer(id, details, known.createdAt(), version + 1);
        customers.put(id, changed);
        return changed;
    }

    @Override
    public Customer merge(CustomerId into, CustomerId from) {
        throw new UnsupportedOperationException();
    }

    private void called() {
        calls.incrementAndGet();
        if (broken) {
            throw new IllegalStateException("The line is dead.");
        }
    }
}
