package org.hotdesk.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.hotdesk.api.event.BundleChanged;
import org.hotdesk.api.event.Recorded;
import org.hotdesk.thing.ThingBundle;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

@OnBothDatabases
final class ExactlyOnceTest {
    private static final int WRITERS = 16;
    private static final int TRANSACTIONS = 1_600;

    private final TestDatabase database;
    private final long seed = System.nanoTime();
    private final Map<String, List<Long>> heard = new ConcurrentHashMap<>();

    ExactlyOnceTest(TestDatabase database) {
        this.database = database;
        System.out.println("ExactlyOnceTest seed " + seed);
    }

    private Traffic traffic() {
        return new Traffic(
                database.storage(ThingBundle.class), database.transactions(), database.events());
    }

    private void hear(Recorded recorded) {
        if (recorded.event() instanceof BundleChanged step) {
            heard.computeIfAbsent(
                            step.name(), name -> Collections.synchronizedList(new ArrayList<>()))
                    .add(Long.valueOf(step.version()));
        }
    }

    private void write(Traffic traffic) throws Exception {
        AtomicInteger left = new AtomicInteger(TRANSACTIONS);
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                long own = seed + i;
                done.add(
                        writers.submit(
                                () ->
                                        traffic.write(
                                                own,
                                                () -> left.getAndDecrement() > 0,
                                                step -> {})));
            }
            for (Future<?> one : done) {
                one.get();
            }
        }
    }

    private void awaitTaken(Traffic traffic, String... consumers) {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                traffic.tables().pending() == 0
                                        && List.of(consumers).stream()
                                                .allMatch(
                                                        name ->
                                                                traffic.tables().taken(name).size()
                                                                        == traffic.tables()
                                                                                .log()
                                                                                .size()));
    }

    @Test
    void sixteen_writers_and_failing_consumers_lose_skip_and_double_nothing() throws Exception {
        Traffic traffic = traffic();
        database.listen(this::hear);
        database.consume("one", traffic.consumer("one", seed));
        database.consume("two", traffic.consumer("two", seed + 1));
        write(traffic);
        awaitTaken(traffic, "one", "two");
        traffic.check("one", "two");
        for (Traffic.Tables.Counter counter : traffic.tables().counters()) {
            assertThat(heard.get("s" + counter.id()))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, counter.total()).boxed().toList());
        }
    }

    @Test
    void two_nodes_share_one_log_and_each_consumer_runs_on_one() throws Exception {
        Traffic traffic = traffic();
        EventLog other = new EventLog(database.threadTransactions(), Clock.systemUTC());
        try {
            database.consume("one", traffic.consumer("one", seed));
            other.consume("one", traffic.consumer("one", seed + 1));
            write(traffic);
            awaitTaken(traffic, "one");
            traffic.check("one");
        } finally {
            other.close();
        }
    }
}
