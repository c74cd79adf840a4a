package org.hotdesk.benchmark.bench;

import org.HdrHistogram.Histogram;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A stretch of a closed loop.
 *
 * @param cpuMs time of all processors that the measured process spent on each, in milliseconds
 */
record Measured(double p50Ms, double p95Ms, double p99Ms, double perSecond, double cpuMs) {

    static Measured of(Histogram nanos, double seconds, double cpuSeconds) {
        long count = Math.max(1, nanos.getTotalCount());
        return new Measured(
                nanos.getValueAtPercentile(50) / 1e6,
                nanos.getValueAtPercentile(95) / 1e6,
                nanos.getValueAtPercentile(99) / 1e6,
                nanos.getTotalCount() / seconds,
                cpuSeconds * 1000 / count);
    }

    /** All of it in a few words. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%,.0f/s, p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, %.3f ms CPU each",
                perSecond,
                p50Ms,
                p95Ms,
                p99Ms,
                cpuMs);
    }

    /** The median of each figure over several rounds. */
    static Measured median(List<Measured> rounds) {
        return new Measured(
                median(rounds, Measured::p50Ms),
                median(rounds, Measured::p95Ms),
                median(rounds, Measured::p99Ms),
                median(rounds, Measured::perSecond),
                median(rounds, Measured::cpuMs));
    }

    static <T> double median(List<T> rounds, ToDoubleFunction<T> figure) {
        var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
