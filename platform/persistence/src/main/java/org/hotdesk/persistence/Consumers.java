package org.hotdesk.persistence;

import org.hotdesk.api.event.EventConsumer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The durable consumers that are there; of several under one name the newest bundle's. */
final class Consumers implements AutoCloseable {

    /**
     * A consumer that is there.
     *
     * @param rank higher answers; the service reference, which OSGi orders, or anything comparable
     */
    record Present(EventConsumer consumer, Rank rank) {}

    /** By bundle version, then by who came last. */
    record Rank(org.osgi.framework.Version version, long serviceId) implements Comparable<Rank> {
        @Override
        public int compareTo(Rank other) {
            return Comparator.comparing(Rank::version)
                    .thenComparing(Rank::serviceId)
                    .compare(this, other);
        }
    }

    private final ThreadTransactions transactions;
    private final EventReader reader;
    private final String node;
    private final Clock clock;
    private final Map<String, List<Present>> present = new HashMap<>();
    private final Map<String, Consumption> running = new HashMap<>();

    Consumers(ThreadTransactions transactions, EventReader reader, String node, Clock clock) {
        this.transactions = transactions;
        this.reader = reader;
        this.node = node;
        this.clock = clock;
    }

    static String leaseName(String consumer) {
        return "consumer/" + consumer;
    }

    synchronized void add(String name, Present one) {
        present.computeIfAbsent(name, n -> new ArrayList<>()).add(one);
        settle(name);
    }

    synchronized void remove(String name, EventConsumer consumer) {
        List<Present> left = present.getOrDefault(name, new ArrayList<>());
        left.removeIf(one -> one.consumer() == consumer);
        settle(name);
    }

    /** Lets the right one run, and no other. */
    private void settle(String name) {
        Optional<EventConsumer> right =
                present.getOrDefault(name, List.of()).stream()
                        .max(Comparator.comparing(Present::rank))
                        .map(Present::consumer);
        Consumption now = running.get(name);
        if (now != null && right.filter(one -> one == now.consumer()).isPresent()) {
            return;
        }
        if (now != null) {
            running.remove(name);
            now.close();
        }
        right.ifPresent(consumer -> running.put(name, start(name, consumer)));
    }

    private Consumption start(String name, EventConsumer consumer) {
        Lease lease = new Lease(transactions.database(), leaseName(name), node, clock);
        Consumption consumption = new Consumption(name, consumer, transactions, reader, lease);
        consumption.start();
        return consumption;
    }

    synchronized void wake() {
        running.values().forEach(Consumption::wake);
    }

    synchronized boolean isPresent(String name) {
        return running.containsKey(name);
    }

    synchronized Optional<String> failure(String name) {
        return Optional.ofNullable(running.get(name)).flatMap(Consumption::failure);
    }

    @Override
    public void close() {
        Collection<Consumption> all;
        synchronized (this) {
            all = List.copyOf(running.values());
            running.clear();
            present.clear();
        }
        all.forEach(Consumption::close);
    }
}
