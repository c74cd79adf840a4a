package org.hotdesk.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Transactions;
import org.hotdesk.api.storage.Update;
import org.hotdesk.thing.ThingBundle;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

@OnBothDatabases
final class TransactionsTest {

    interface Counters {
        @Update("INSERT INTO test_counter (id, total) VALUES (#{id}, 0)")
        void insert(long id);

        @Update("UPDATE test_counter SET total = total + 1 WHERE id = #{id}")
        boolean increment(long id);

        @Query("SELECT total FROM test_counter WHERE id = #{id}")
        long total(long id);

        @Query("SELECT COUNT(*) FROM test_counter")
        long count();
    }

    private final TestDatabase database;
    private final Transactions transactions;
    private final Counters counters;

    TransactionsTest(TestDatabase database) {
        this.database = database;
        transactions = database.transactions();
        counters = database.storage(ThingBundle.class).mapper(Counters.class);
    }

    @Test
    void work_inside_work_is_one_transaction() {
        assertThatThrownBy(
                        () ->
                                transactions.run(
                                        () -> {
                                            transactions.run(() -> counters.insert(1));
                                            throw new IllegalArgumentException("no");
                                        }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(counters.count()).isZero();
    }

    @Test
    void what_failed_inside_cannot_be_committed_outside() {
        assertThatThrownBy(
                        () ->
                                transactions.run(
                                        () -> {
                                            counters.insert(1);
                                            try {
                                                transactions.run(TransactionsTest::fail);
                                            } catch (IllegalArgumentException ignored) {
                                                counters.insert(2);
                                            }
                                        }))
                .hasRootCauseMessage("no");
        assertThat(counters.count()).isZero();
    }

    private static void fail() {
        throw new IllegalArgumentException("no");
    }

    @Test
    void others_see_nothing_before_the_commit() throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            transactions.run(
                    () -> {
                        counters.insert(1);
                        assertThat(other.submit(counters::count))
                                .succeedsWithin(Duration.ofSeconds(5))
                                .isEqualTo(0L);
                    });
            assertThat(other.submit(counters::count).get()).isEqualTo(1);
        }
    }

    @Test
    void actions_after_the_commit_run_then_and_only_then() {
        List<String> heard = new ArrayList<>();
        transactions.run(
                () -> {
                    counters.insert(1);
                    transactions.afterCommit(() -> heard.add("committed " + counters.count()));
                    heard.add("working");
                });
        assertThatThrownBy(
                        () ->
                                transactions.run(
                                        () -> {
                                            transactions.afterCommit(() -> heard.add("never"));
                                            fail();
                                        }))
                .hasMessage("no");
        transactions.afterCommit(() -> heard.add("at once"));
        assertThat(heard).containsExactly("working", "committed 1", "at once");
    }

    @Test
    void an_action_that_fails_after_the_commit_hides_nothing() {
        List<String> heard = new ArrayList<>();
        transactions.run(
                () -> {
                    transactions.afterCommit(TransactionsTest::fail);
                    transactions.afterCommit(() -> heard.add("second"));
                    counters.insert(1);
                });
        assertThat(heard).containsExactly("second");
        assertThat(counters.count()).isEqualTo(1);
    }

    @Test
    void a_victim_of_a_deadlock_does_its_work_again() throws Exception {
        counters.insert(1);
        counters.insert(2);
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger attempts = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> done = new ArrayList<>();
            for (long first : new long[] {1, 2}) {
                AtomicInteger own = new AtomicInteger();
                done.add(
                        threads.submit(
                                () ->
                                        transactions.runAgainOnDeadlock(
                                                () -> {
                                                    attempts.incrementAndGet();
                                                    counters.increment(first);
                                                    if (own.incrementAndGet() == 1
                                                            && database.isMariaDb()) {
                                                        meet(both);
                                                    }
                                                    return counters.increment(3 - first);
                                                })));
            }
            for (Future<?> one : done) {
                one.get();
            }
        }
        // H2 lets one transaction write at a time, and so has none.
        assertThat(attempts.get() > 2).isEqualTo(database.isMariaDb());
        assertThat(List.of(counters.total(1), counters.total(2))).containsExactly(2L, 2L);
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void many_threads_lose_no_increment() throws Exception {
        counters.insert(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 16; i++) {
                threads.submit(
                        () -> {
                            for (int n = 0; n < 25; n++) {
                                transactions.runAgainOnDeadlock(() -> counters.increment(1));
                            }
                        });
            }
        }
        assertThat(counters.total(1)).isEqualTo(400);
        assertThat(database.database().transactions().getHikariPoolMXBean().getActiveConnections())
                .isZero();
    }
}
