package org.hotdesk.extension;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.api.extension.ExtensionPoint;
import org.hotdesk.api.extension.Outcome;
import org.hotdesk.extension.HandWatch.Oracle;
import org.hotdesk.testkit.HandClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

class SwapUnderLoadTest {
    private static final Duration BUDGET = Duration.ofSeconds(20);

    private final HandWatch watch = new HandWatch();
    private final Guard guard = new Guard(watch, HandClock.inTheMorning(), Limits.USUAL);
    private final ExtensionPoint<Oracle> point = guard.open(Oracle.class);

    /** A component that is not to be asked after it was let go. */
    private static final class Living implements Oracle {
        private final AtomicBoolean dead = new AtomicBoolean();
        private final int pause;

        Living(Random random) {
            pause = random.nextInt(200);
        }

        @Override
        public String say(String what) {
            for (int turn = 0; turn < pause; turn++) {
                Thread.onSpinWait();
            }
            if (dead.get()) {
                throw new IllegalStateException("asked after it had gone");
            }
            return what;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_swap_side_by_side_fails_no_call(long seed)
            throws InterruptedException, ExecutionException {
        Random random = new Random(seed);
        Living living = new Living(random);
        Guarded<Oracle> now = watch.comes("delphi", "1.0.0", living);
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong answered = new AtomicLong();
        List<Future<?>> askers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < 16; thread++) {
                askers.add(threads.submit(() -> askUntil(done, answered)));
            }
            for (int swap = 0; swap < 50; swap++) {
                Living next = new Living(random);
                Guarded<Oracle> newer = watch.comes("delphi", "1." + (swap + 1) + ".0", next);
                long goal = answered.get() + random.nextInt(200);
                while (answered.get() < goal) {
                    Thread.onSpinWait();
                }
                watch.goes(now);
                living.dead.set(true);
                living = next;
                now = newer;
            }
            done.set(true);
        }
        for (Future<?> asker : askers) {
            asker.get();
        }
        assertThat(answered.get()).as("answers, seed %d", seed).isPositive();
    }

    private void askUntil(AtomicBoolean done, AtomicLong answered) {
        while (!done.get()) {
            Outcome<String> outcome =
                    point.call(
                            "delphi",
                            BUDGET,
                            oracle -> {
                                try {
                                    return oracle.say("hello");
                                } catch (InterruptedException stop) {
                                    throw new IllegalStateException(stop);
                                }
                            });
            assertThat(outcome).isInstanceOf(Outcome.Answered.class);
            answered.incrementAndGet();
        }
    }
}
