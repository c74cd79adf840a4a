package org.hotdesk.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.api.Actor;
import org.hotdesk.api.event.BundleChanged;
import org.hotdesk.api.event.EventConsumer;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.Recorded;
import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Storage;
import org.hotdesk.api.storage.Transactions;
import org.hotdesk.api.storage.Update;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Writers that count up a few subjects and tell of each step by an event, undoing some of their
 * work at random, and consumers that fail at random.
 *
 * <p>When nothing is lost, doubled or out of order, the log tells of each subject exactly the steps
 * 1, 2, 3 … up to its counter.
 */
final class Traffic {
    static final int SUBJECTS = 7;
    private static final Actor WRITER = new Actor.Platform("writer");

    /** The tables of the traffic. */
    interface Tables {
        /** One event as the log has it. */
        record Logged(long position, long id, String subject, String payload) {}

        /** A subject and how far it was counted. */
        record Counter(long id, long total) {}

        @Update("INSERT IGNORE INTO test_counter (id, total) VALUES (#{id}, 0)")
        void open(long id);

        @Update("UPDATE test_counter SET total = total + 1 WHERE id = #{id}")
        void increment(long id);

        @Query("SELECT total FROM test_counter WHERE id = #{id}")
        long total(long id);

        @Query("SELECT id, total FROM test_counter ORDER BY id")
        List<Counter> counters();

        @Update("INSERT INTO test_taken (consumer, event) VALUES (#{consumer}, #{event})")
        void take(String consumer, long event);

        @Query("SELECT event FROM test_taken WHERE consumer = #{consumer} ORDER BY place")
        List<Long> taken(String consumer);

        @Query(
                "SELECT position, seq AS id, subject, payload FROM persistence_event"
                        + " WHERE position IS NOT NULL ORDER BY position")
        List<Logged> log();

        @Query("SELECT COUNT(*) FROM persistence_event WHERE position IS NULL")
        long pending();
    }

    /** Thrown on purpose. */
    static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Transactions transactions;
    private final Events events;
    private final Tables tables;

    Traffic(Storage storage, Transactions transactions, Events events) {
        this.transactions = transactions;
        this.events = events;
        this.tables = storage.mapper(Tables.class);
        for (int subject = 0; subject < SUBJECTS; subject++) {
            tables.open(subject);
        }
    }

    Tables tables() {
        return tables;
    }

    /** One writer, until it may not go on; each committed step is told. */
    void write(long seed, BooleanSupplier goOn, Consumer<BundleChanged> committed) {
        Random random = new Random(seed);
        while (goOn.getAsBoolean()) {
            List<BundleChanged> steps = new ArrayList<>();
            long[] subjects =
                    random.ints(1 + random.nextInt(3), 0, SUBJECTS)
                            .distinct()
                            .asLongStream()
                            .toArray();
            boolean undo = random.nextInt(4) == 0;
            try {
                transactions.runAgainOnDeadlock(() -> step(subjects, undo, steps));
                steps.forEach(committed);
            } catch (Undone asPlanned) {
                assertThat(undo).isTrue();
            }
        }
    }

    private boolean step(long[] subjects, boolean undo, List<BundleChanged> steps) {
        steps.clear();
        for (long subject : subjects) {
            tables.increment(subject);
            BundleChanged step =
                    new BundleChanged(
                            "s" + subject, String.valueOf(tables.total(subject)), "updated", "");
            events.record(WRITER, step);
            steps.add(step);
        }
        if (undo) {
            throw new Undone();
        }
        return true;
    }

    /** A consumer that keeps what it took, and now and then fails after half of its work. */
    EventConsumer consumer(String name, long seed) {
        Random random = new Random(seed);
        return taken -> {
            boolean fails = random.nextInt(5) == 0;
            int upTo = fails ? taken.size() / 2 : taken.size();
            for (Recorded recorded : taken.subList(0, upTo)) {
                tables.take(name, recorded.id());
            }
            if (fails) {
                throw new Undone();
            }
        };
    }

    /** Checks the log against the counters, and what consumers took against the log. */
    void check(String... consumers) {
        List<Tables.Logged> log = tables.log();
        assertThat(log)
                .extracting(Tables.Logged::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, log.size()).boxed().toList());
        Map<String, List<Long>> steps = new TreeMap<>();
        for (Tables.Logged logged : log) {
            steps.computeIfAbsent(logged.subject(), subject -> new ArrayList<>())
                    .add(
                            Long.valueOf(
                                    logged.payload()
                                            .replaceAll(".*\"version\":\"(\\d+)\".*", "$1")));
        }
        for (Tables.Counter counter : tables.counters()) {
            assertThat(steps.getOrDefault("bundle/s" + counter.id(), List.of()))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, counter.total()).boxed().toList());
        }
        List<Long> ids = log.stream().map(Tables.Logged::id).toList();
        for (String consumer : consumers) {
            assertThat(tables.taken(consumer)).containsExactlyElementsOf(ids);
        }
    }
}
