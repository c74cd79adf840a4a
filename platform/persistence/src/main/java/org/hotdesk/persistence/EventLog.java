package org.hotdesk.persistence;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.event.ConsumerState;
import org.hotdesk.api.event.EventConsumer;
import org.hotdesk.api.event.EventListener;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.Signal;
import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The event log: recorded with the rows, heard right after the commit, taken by position later. */
@Component(
        service = {Events.class, EventLog.class},
        immediate = true)
public final class EventLog implements Events {

    /** Statements about the log as a whole. */
    interface Positions {
        /** A lease without who holds it. */
        record Row(String name, long position) {}

        @Query("SELECT name, position FROM persistence_lease ORDER BY name")
        List<Row> all();

        @Update("UPDATE persistence_lease SET position = #{position} WHERE name = #{name}")
        boolean move(String name, long position);
    }

    private static final String LOG_LEASE = "log";

    private final ThreadTransactions transactions;
    private final Clock clock;
    private final EventJson json = new EventJson();
    private final Listeners listeners = new Listeners();
    private final Handover handover = new Handover(listeners::hear, listeners::overflow);
    private final Consumers consumers;
    private final Appender appender;
    private final Positions positions;

    @Activate
    public EventLog(
            BundleContext context,
            @Reference ThreadTransactions transactions,
            @Reference BundleMigrations migrations) {
        this(ready(context, migrations, transactions), Clock.systemUTC());
    }

    EventLog(ThreadTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
        String node = UUID.randomUUID().toString();
        Database database = transactions.database();
        positions =
                new Mappers(transactions, EventLog.class.getClassLoader()).mapper(Positions.class);
        consumers = new Consumers(transactions, new EventReader(json), node, clock);
        appender =
                new Appender(
                        database, new Lease(database, LOG_LEASE, node, clock), consumers::wake);
        appender.start();
    }

    private static ThreadTransactions ready(
            BundleContext context, BundleMigrations migrations, ThreadTransactions transactions) {
        migrations
                .migrate(context.getBundle())
                .ifPresent(
                        reason -> {
                            throw new IllegalStateException("No event log: " + reason);
                        });
        return transactions;
    }

    @Override
    public void record(List<Deed> deeds) {
        Transaction transaction =
                transactions
                        .current()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "Events are recorded in a transaction."));
        EventBatch batch =
                transaction.participant(
                        EventBatch.class,
                        this,
                        () -> new EventBatch(transaction, json, handover, appender::wake));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        deeds.forEach(deed -> batch.add(now, deed));
    }

    @Override
    public void signal(Signal signal) {
        listeners.notice(signal);
    }

    @Override
    public List<ConsumerState> consumers() {
        List<Positions.Row> rows = positions.all();
        long end =
                rows.stream()
                        .filter(row -> row.name().equals(LOG_LEASE))
                        .mapToLong(Positions.Row::position)
                        .findFirst()
                        .orElse(0);
        String prefix = Consumers.leaseName("");
        return rows.stream()
                .filter(row -> row.name().startsWith(prefix))
                .map(row -> state(row.name().substring(prefix.length()), row.position(), end))
                .toList();
    }

    private ConsumerState state(String name, long position, long end) {
        return new ConsumerState(
                name,
                position,
                Math.max(0, end - position),
                consumers.isPresent(name),
                consumers.failure(name));
    }

    @Override
    public void rewind(String consumer, long position) {
        if (position < 0) {
            throw Fault.invalid(
                    "position",
                    "position-negative",
                    new Words("位置不能小于 0。", "A position is 0 or more."));
        }
        boolean known =
                transactions.runAgainOnDeadlock(
                        () -> positions.move(Consumers.leaseName(consumer), position));
        if (!known) {
            throw Fault.notFound("consumer", consumer);
        }
        consumers.wake();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(EventListener listener) {
        listeners.add(listener);
    }

    void removeListener(EventListener listener) {
        listeners.remove(listener);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addConsumer(EventConsumer consumer, ServiceReference<EventConsumer> reference) {
        Version version = reference.getBundle().getVersion();
        long id = (long) reference.getProperty("service.id");
        consumers.add(
                name(reference.getProperty("extension"), consumer),
                new Consumers.Present(consumer, new Consumers.Rank(version, id)));
    }

    void removeConsumer(EventConsumer consumer, Map<String, Object> properties) {
        consumers.remove(name(properties.get("extension"), consumer), consumer);
    }

    private static String name(
            @org.jspecify.annotations.Nullable Object extension, EventConsumer consumer) {
        return Optional.ofNullable(extension)
                .map(Object::toString)
                .orElseGet(() -> consumer.getClass().getName());
    }

    /** For those who have no service registry. */
    void consume(String name, EventConsumer consumer) {
        consumers.add(
                name,
                new Consumers.Present(
                        consumer, new Consumers.Rank(Version.emptyVersion, System.nanoTime())));
    }

    @Deactivate
    void close() {
        appender.close();
        consumers.close();
    }
}
