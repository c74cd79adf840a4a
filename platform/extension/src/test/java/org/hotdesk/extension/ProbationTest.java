package org.hotdesk.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.hotdesk.api.Words;
import org.hotdesk.api.extension.ExtensionPoint;
import org.hotdesk.api.extension.Outcome;
import org.hotdesk.api.extension.ProbationListener;
import org.hotdesk.api.extension.Provenance;
import org.hotdesk.extension.HandWatch.Oracle;
import org.hotdesk.testkit.HandClock;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

class ProbationTest {
    private final List<String> news = new CopyOnWriteArrayList<>();
    private final HandWatch watch = new HandWatch();
    private final Guard guard = new Guard(watch, HandClock.inTheMorning(), Limits.USUAL);
    private final ExtensionPoint<Oracle> point = guard.open(Oracle.class);

    ProbationTest() {
        watch.listeners.add(
                new ProbationListener() {
                    @Override
                    public void proved(String point, Provenance newer) {
                        news.add("proved " + newer.version());
                    }

                    @Override
                    public void failed(String point, Provenance newer, Words reason) {
                        news.add("failed " + newer.version() + ", " + reason.en());
                    }
                });
    }

    private Outcome<String> ask() {
        return point.call(
                "delphi",
                Duration.ofMillis(200),
                oracle -> {
                    try {
                        return oracle.say("hello");
                    } catch (InterruptedException stop) {
                        throw new IllegalStateException(stop);
                    }
                });
    }

    private static Oracle broken() {
        return what -> {
            throw new IllegalStateException("broken");
        };
    }

    @Test
    void a_new_version_proves_itself_by_five_good_calls_beside_the_old_one() {
        watch.comes("delphi", "1.0.0", what -> "old");
        watch.comes("delphi", "2.0.0", what -> "new");
        for (int call = 0; call < 4; call++) {
            ask();
        }
        assertThat(news).isEmpty();
        ask();
        await().untilAsserted(() -> assertThat(news).containsExactly("proved 2.0.0"));
    }

    @Test
    void the_old_version_answers_where_the_new_one_fails_its_first_call() {
        watch.comes("delphi", "1.0.0", what -> "old");
        watch.comes("delphi", "2.0.0", broken());
        assertThat(ask()).extracting("answer").isEqualTo("old");
        await().untilAsserted(
                        () ->
                                assertThat(news)
                                        .containsExactly(
                                                "failed 2.0.0, java.lang.IllegalStateException:"
                                                        + " broken"));
        assertThat(point.present()).extracting(Provenance::version).containsExactly("1.0.0");
    }

    @Test
    void one_that_sleeps_in_its_first_call_costs_one_detour() {
        watch.comes("delphi", "1.0.0", what -> "old");
        watch.comes(
                "delphi",
                "2.0.0",
                what -> {
                    new CountDownLatch(1).await();
                    return what;
                });
        for (int call = 0; call < 10; call++) {
            assertThat(ask()).extracting("answer").isEqualTo("old");
        }
        assertThat(guard.states())
                .filteredOn(state -> state.extension().version().equals("2.0.0"))
                .extracting("calls")
                .containsExactly(1L);
    }

    @Test
    void after_its_proof_a_failure_is_only_a_failure() {
        watch.comes("delphi", "1.0.0", what -> "old");
        int[] calls = {0};
        watch.comes(
                "delphi",
                "2.0.0",
                what -> {
                    if (calls[0]++ >= 5) {
                        throw new IllegalStateException("tired");
                    }
                    return "new";
                });
        for (int call = 0; call < 5; call++) {
            assertThat(ask()).extracting("answer").isEqualTo("new");
        }
        assertThat(ask()).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void a_version_without_an_older_one_is_not_on_probation() {
        watch.comes("delphi", "2.0.0", broken());
        assertThat(ask()).isInstanceOf(Outcome.Failed.class);
        assertThat(news).isEmpty();
    }

    @Test
    void the_same_version_built_again_is_on_probation_too() {
        watch.comes("delphi", "1.0.0", what -> "old");
        watch.comes("delphi", "1.0.0", broken());
        assertThat(ask()).extracting("answer").isEqualTo("old");
    }
}
