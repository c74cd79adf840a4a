package org.hotdesk.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.api.Actor;
import org.hotdesk.api.event.BundleChanged;
import org.hotdesk.api.event.Recorded;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class HandoverTest {
    private final List<String> heard = new ArrayList<>();
    private final List<String> overflown = new ArrayList<>();
    private final Handover handover =
            new Handover(recorded -> heard.add(text(recorded)), overflown::add);

    private static Recorded event(String subject, int number) {
        return new Recorded(
                number,
                Instant.EPOCH,
                new Actor.Platform("test"),
                new BundleChanged(subject, String.valueOf(number), "updated", ""));
    }

    private static String text(Recorded recorded) {
        return recorded.event() instanceof BundleChanged change
                ? change.name() + change.version()
                : "";
    }

    @Test
    void who_commits_first_is_heard_first_though_its_thread_comes_late() {
        Collection<Handover.Ticket> first = handover.take(List.of(event("a", 1)));
        Collection<Handover.Ticket> second = handover.take(List.of(event("a", 2), event("b", 1)));
        handover.pass(second);
        assertThat(heard).containsExactly("b1");
        handover.pass(first);
        assertThat(heard).containsExactly("b1", "a1", "a2");
    }

    @Test
    void a_rollback_leaves_the_line() {
        Collection<Handover.Ticket> first = handover.take(List.of(event("a", 1)));
        Collection<Handover.Ticket> second = handover.take(List.of(event("a", 2)));
        handover.pass(second);
        handover.drop(first);
        assertThat(heard).containsExactly("a2");
    }

    @Test
    void events_of_one_transaction_keep_their_order() {
        handover.pass(handover.take(List.of(event("a", 1), event("a", 2), event("b", 3))));
        assertThat(heard).containsExactly("a1", "a2", "b3");
    }

    /** Locks stand for the rows: a ticket is taken under them, and passed on without them. */
    @Test
    void order_holds_for_many_threads_and_subjects() throws Exception {
        long seed = System.nanoTime();
        System.out.println("HandoverTest seed " + seed);
        Rows rows = new Rows();
        List<List<Integer>> order = new ArrayList<>();
        rows.locks.forEach(row -> order.add(new ArrayList<>()));
        Handover many = new Handover(recorded -> note(recorded, order), subject -> {});
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int t = 0; t < 16; t++) {
                Random random = new Random(seed + t);
                threads.submit(
                        () -> {
                            for (int i = 0; i < 2_000; i++) {
                                rows.work(many, random);
                            }
                        });
            }
        }
        for (int i = 0; i < rows.counts.size(); i++) {
            assertThat(order.get(i))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, rows.counts.get(i).get()).boxed().toList());
        }
    }

    private static void note(Recorded recorded, List<List<Integer>> order) {
        BundleChanged change = (BundleChanged) recorded.event();
        order.get(Integer.parseInt(change.name())).add(Integer.valueOf(change.version()));
    }

    /** A few rows of which a transaction counts up one or two, while it has their locks. */
    private static final class Rows {
        private final List<ReentrantLock> locks =
                Stream.generate(ReentrantLock::new).limit(5).toList();
        private final List<AtomicInteger> counts =
                Stream.generate(AtomicInteger::new).limit(5).toList();

        void work(Handover many, Random random) {
            int one = random.nextInt(locks.size());
            int other = Math.min(locks.size() - 1, one + 1);
            boolean undone = random.nextInt(5) == 0;
            Collection<Handover.Ticket> tickets;
            locks.get(one).lock();
            locks.get(other).lock();
            try {
                int step = undone ? 0 : 1;
                List<Recorded> events = new ArrayList<>();
                events.add(event(String.valueOf(one), counts.get(one).addAndGet(step)));
                if (other != one) {
                    events.add(event(String.valueOf(other), counts.get(other).addAndGet(step)));
                }
                tickets = many.take(events);
            } finally {
                locks.get(other).unlock();
                locks.get(one).unlock();
            }
            if (undone) {
                many.drop(tickets);
            } else {
                many.pass(tickets);
            }
        }
    }

    @Test
    void behind_a_listener_that_hangs_the_line_is_bounded() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        Handover stuck =
                new Handover(
                        recorded -> {
                            inside.countDown();
                            awaitQuietly(free);
                        },
                        overflown::add);
        Thread first =
                Thread.ofVirtual().start(() -> stuck.pass(stuck.take(List.of(event("a", 0)))));
        inside.await();
        for (int i = 1; i < 10_100; i++) {
            stuck.pass(stuck.take(List.of(event("a", i))));
        }
        assertThat(overflown).hasSize(99).containsOnly("bundle/a");
        free.countDown();
        first.join();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
