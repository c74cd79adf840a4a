package org.hotdesk.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.extension.ExtensionPoint;
import org.hotdesk.api.extension.ExtensionState;
import org.hotdesk.api.extension.Outcome;
import org.hotdesk.api.extension.Provenance;
import org.hotdesk.extension.HandWatch.Oracle;
import org.hotdesk.testkit.HandClock;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

class GuardTest {
    private static final Duration BUDGET = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final HandClock clock = HandClock.inTheMorning();
    private final HandWatch watch = new HandWatch();
    private final Guard guard = new Guard(watch, clock, Limits.USUAL);
    private final ExtensionPoint<Oracle> point = guard.open(Oracle.class);

    private Outcome<String> ask(String name, Duration budget) {
        return point.call(name, budget, GuardTest::hello);
    }

    private static String hello(Oracle oracle) {
        try {
            return oracle.say("hello");
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @Test
    void an_answer_carries_who_gave_it() {
        watch.comes("delphi", "1.2.0", what -> what + "!");
        Outcome<String> outcome = ask("delphi", BUDGET);
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        Outcome.Answered<String> answered = (Outcome.Answered<String>) outcome;
        assertThat(answered.answer()).isEqualTo("hello!");
        assertThat(answered.by()).isEqualTo(new Provenance("delphi", "test.delphi", "1.2.0", 0));
    }

    @Test
    void nobody_of_that_name_is_missing() {
        assertThat(ask("delphi", BUDGET)).isEqualTo(new Outcome.Missing<>("delphi"));
    }

    @Test
    void the_highest_version_answers_and_among_equals_the_newest() {
        watch.comes("delphi", "1.10.0", what -> "first 1.10");
        watch.comes("delphi", "1.9.0", what -> "1.9");
        watch.comes("delphi", "1.10.0", what -> "second 1.10");
        assertThat(ask("delphi", BUDGET)).extracting("answer").isEqualTo("second 1.10");
        assertThat(point.present()).extracting(Provenance::version).containsExactly("1.10.0");
    }

    @Test
    void one_that_throws_fails_with_its_reason() {
        watch.comes(
                "delphi",
                "1.0.0",
                what -> {
                    throw new IllegalArgumentException("the smoke");
                });
        assertThat(ask("delphi", BUDGET))
                .extracting("reason")
                .isEqualTo("java.lang.IllegalArgumentException: the smoke");
    }

    @Test
    void an_error_is_caught_like_an_exception() {
        watch.comes(
                "delphi",
                "1.0.0",
                what -> {
                    throw new NoClassDefFoundError("gone");
                });
        assertThat(ask("delphi", BUDGET)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void one_that_sleeps_times_out_and_is_interrupted() {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        watch.comes(
                "delphi",
                "1.0.0",
                what -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException stop) {
                        interrupted.complete(true);
                    }
                    return "late";
                });
        assertThat(ask("delphi", SHORT)).isInstanceOf(Outcome.TimedOut.class);
        assertThat(interrupted.join()).isTrue();
    }

    @Test
    void one_that_fails_again_and_again_is_cut_off_and_tried_again_later() {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger failures = new AtomicInteger(4);
        watch.comes(
                "delphi",
                "1.0.0",
                what -> {
                    asked.incrementAndGet();
                    if (failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("not now");
                    }
                    return "now";
                });
        for (int call = 0; call < 4; call++) {
            assertThat(ask("delphi", BUDGET)).isInstanceOf(Outcome.Failed.class);
        }
        assertThat(ask("delphi", BUDGET)).isInstanceOf(Outcome.CutOff.class);
        assertThat(guard.states()).extracting(ExtensionState::cutOff).containsExactly(true);
        clock.advance(Duration.ofSeconds(11));
        assertThat(ask("delphi", BUDGET)).isInstanceOf(Outcome.Answered.class);
        assertThat(asked).hasValue(5);
        assertThat(guard.states()).extracting(ExtensionState::cutOff).containsExactly(false);
    }

    @Test
    void one_that_sleeps_is_cut_off_after_four_calls() {
        watch.comes(
                "delphi",
                "1.0.0",
                what -> {
                    new CountDownLatch(1).await();
                    return what;
                });
        for (int call = 0; call < 4; call++) {
            assertThat(ask("delphi", SHORT)).isInstanceOf(Outcome.TimedOut.class);
        }
        assertThat(ask("delphi", SHORT)).isInstanceOf(Outcome.CutOff.class);
    }

    @Test
    void a_fault_is_the_requests_and_cuts_nobody_off() {
        watch.comes(
                "delphi",
                "1.0.0",
                what -> {
                    throw Fault.notFound("oracle", 1);
                });
        for (int call = 0; call < 30; call++) {
            assertThat(ask("delphi", BUDGET)).isInstanceOf(Outcome.Failed.class);
        }
    }

    @Test
    void no_more_than_64_calls_are_inside_at_once() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(64);
        CountDownLatch end = new CountDownLatch(1);
        watch.comes(
                "delphi",
                "1.0.0",
                what -> {
                    inside.countDown();
                    end.await();
                    return what;
                });
        List<CompletableFuture<Outcome<String>>> calls =
                IntStream.range(0, 64)
                        .mapToObj(n -> inBackground(() -> ask("delphi", BUDGET)))
                        .toList();
        inside.await();
        assertThat(ask("delphi", BUDGET)).isInstanceOf(Outcome.CutOff.class);
        end.countDown();
        assertThat(calls).allMatch(call -> call.join() instanceof Outcome.Answered);
    }

    @Test
    void a_component_that_goes_is_kept_until_its_call_has_ended() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Guarded<Oracle> one =
                watch.comes(
                        "delphi",
                        "1.0.0",
                        what -> {
                            inside.countDown();
                            end.await();
                            return what;
                        });
        CompletableFuture<Outcome<String>> call = inBackground(() -> ask("delphi", BUDGET));
        inside.await();
        CompletableFuture<Boolean> gone =
                inBackground(
                        () -> {
                            watch.goes(one);
                            return call.isDone();
                        });
        await().untilAsserted(() -> assertThat(point.present()).isEmpty());
        assertThat(ask("delphi", BUDGET)).isInstanceOf(Outcome.Missing.class);
        assertThat(gone).isNotDone();
        end.countDown();
        assertThat(call.join()).isInstanceOf(Outcome.Answered.class);
        gone.join();
    }

    @Test
    void a_component_that_sleeps_on_after_its_time_does_not_hold_up_who_stops_it() {
        CountDownLatch never = new CountDownLatch(1);
        Guarded<Oracle> one =
                watch.comes(
                        "delphi",
                        "1.0.0",
                        what -> {
                            while (never.getCount() > 0) {
                                try {
                                    never.await();
                                } catch (InterruptedException heard) {
                                    // Deaf on purpose.
                                }
                            }
                            return what;
                        });
        assertThat(ask("delphi", SHORT)).isInstanceOf(Outcome.TimedOut.class);
        long started = System.nanoTime();
        watch.goes(one);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
        never.countDown();
    }

    @Test
    void everybody_is_asked_in_order_of_name() {
        watch.comes("pythia", "1.0.0", what -> "p");
        watch.comes("delphi", "1.0.0", what -> "d");
        assertThat(point.callEach(BUDGET, GuardTest::hello))
                .extracting("answer")
                .containsExactly("d", "p");
    }

    @Test
    void who_wants_to_know_of_changes_is_told() {
        AtomicInteger told = new AtomicInteger();
        point.onChange(told::incrementAndGet);
        Guarded<Oracle> one = watch.comes("delphi", "1.0.0", what -> what);
        await().until(() -> told.get() > 0);
        int before = told.get();
        watch.goes(one);
        await().until(() -> told.get() > before);
    }

    @Test
    void states_tell_calls_failures_and_the_last_reason() {
        watch.comes(
                "delphi",
                "1.0.0",
                what -> {
                    throw new IllegalStateException("no");
                });
        ask("delphi", BUDGET);
        ExtensionState state = guard.states().getFirst();
        assertThat(state.calls()).isEqualTo(1);
        assertThat(state.failures()).isEqualTo(1);
        assertThat(state.failing()).isEqualTo(1);
        assertThat(state.lastFailure())
                .isEqualTo(
                        Optional.of(
                                new ExtensionState.LastFailure(
                                        clock.instant(),
                                        Words.same("java.lang.IllegalStateException: no"))));
    }

    private static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
    }
}
