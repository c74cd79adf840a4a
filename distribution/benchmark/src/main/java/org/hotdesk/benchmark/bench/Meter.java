package org.hotdesk.benchmark.bench;

import org.HdrHistogram.Recorder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Supplier;

/** Takes the times of a closed loop while it runs. Thread-safe. */
final class Meter {
    private final Recorder recorder = new Recorder(3);

    /** Work that is measured, and what has to be done after it and is not. */
    interface Stretch {
        void work();

        void tidyUp();
    }

    void record(long nanos) {
        recorder.recordValue(Math.max(0, nanos));
    }

    /** The median of several rounds, after one that does not count. */
    Measured rounds(Conditions conditions, Supplier<Duration> cpu) {
        over(conditions.warmUp(), cpu);
        return median(conditions, () -> over(conditions.round(), cpu));
    }

    /** The median of several rounds, each of as many stretches as it takes. */
    Measured rounds(Conditions conditions, Stretch stretch, Supplier<Duration> cpu) {
        over(conditions.warmUp(), stretch, cpu);
        return median(conditions, () -> over(conditions.round(), stretch, cpu));
    }

    private static Measured median(Conditions conditions, Supplier<Measured> round) {
        var rounds = new ArrayList<Measured>();
        for (int i = 1; i <= conditions.rounds(); i++) {
            rounds.add(round.get());
            conditions.round(i, rounds.getLast());
        }
        return Measured.median(rounds);
    }

    Measured over(Duration time, Supplier<Duration> cpu) {
        recorder.reset();
        var cpuBefore = cpu.get();
        long begun = System.nanoTime();
        Moments.sleep(time);
        double seconds = (System.nanoTime() - begun) / 1e9;
        var histogram = recorder.getIntervalHistogram();
        return Measured.of(histogram, seconds, cpu.get().minus(cpuBefore).toNanos() / 1e9);
    }

    /** Only the work counts, until there was enough of it. */
    Measured over(Duration time, Stretch stretch, Supplier<Duration> cpu) {
        recorder.reset();
        long nanos = 0;
        var used = Duration.ZERO;
        while (nanos < time.toNanos()) {
            var cpuBefore = cpu.get();
            long begun = System.nanoTime();
            stretch.work();
            nanos += System.nanoTime() - begun;
            used = used.plus(cpu.get().minus(cpuBefore));
            stretch.tidyUp();
        }
        return Measured.of(recorder.getIntervalHistogram(), nanos / 1e9, used.toNanos() / 1e9);
    }
}
