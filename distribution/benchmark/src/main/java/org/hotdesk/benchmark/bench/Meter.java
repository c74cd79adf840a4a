package org.hotdesk.benchmark.bench;

import org.HdrHistogram.Recorder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Takes the times of a closed loop while it runs. Thread-safe. */
final class Meter {
    private final Recorder recorder = new Recorder(3);

    void record(long nanos) {
        recorder.recordValue(Math.max(0, nanos));
    }

    /** The median of several rounds, after one that does not count. */
    Measured rounds(Conditions conditions, Supplier<Duration> cpu) {
        over(conditions.warmUp(), cpu);
        var rounds = new ArrayList<Measured>();
        for (int i = 0; i < conditions.rounds(); i++) {
            rounds.add(over(Duration.ofSeconds(conditions.seconds()), cpu));
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

    /** One stretch of work, which tells itself how many seconds count. */
    Measured during(DoubleSupplier work, Supplier<Duration> cpu) {
        recorder.reset();
        var cpuBefore = cpu.get();
        double seconds = work.getAsDouble();
        var histogram = recorder.getIntervalHistogram();
        return Measured.of(histogram, seconds, cpu.get().minus(cpuBefore).toNanos() / 1e9);
    }
}
