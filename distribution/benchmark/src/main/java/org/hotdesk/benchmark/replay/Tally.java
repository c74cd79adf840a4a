package org.hotdesk.benchmark.replay;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.hotdesk.benchmark.client.Patience;

import java.util.concurrent.atomic.LongAdder;

/** Counts what happens while conversations are played. Thread-safe. */
final class Tally {
    private final LongAdder sent = new LongAdder();
    private final LongAdder resent = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder finished = new LongAdder();
    private final LongAdder breaks = new LongAdder();
    private final Histogram toAgent = new ConcurrentHistogram(3);
    private final Histogram toFirstAgent = new ConcurrentHistogram(3);
    private final Patience patience;

    Tally(Patience patience) {
        this.patience = patience;
    }

    void sent() {
        sent.increment();
    }

    void resent() {
        resent.increment();
    }

    void acknowledged() {
        acknowledged.increment();
        patience.progressed();
    }

    void delivered() {
        delivered.increment();
        patience.progressed();
    }

    void finished() {
        finished.increment();
        patience.progressed();
    }

    void broken() {
        breaks.increment();
    }

    void toAgent(long nanos) {
        toAgent.recordValue(Math.max(0, nanos));
    }

    void toFirstAgent(long nanos) {
        toFirstAgent.recordValue(Math.max(0, nanos));
    }

    /** What has been counted so far. */
    Counts counts() {
        return new Counts(
                sent.sum(),
                resent.sum(),
                acknowledged.sum(),
                delivered.sum(),
                finished.sum(),
                breaks.sum());
    }

    /** From a visitor's send until the connection of the agent has it, in nanoseconds. */
    Times toAgent() {
        return Times.of(toAgent);
    }

    /** From the opening line until an agent has it, the wait in the queue included. */
    Times toFirstAgent() {
        return Times.of(toFirstAgent);
    }

    /** Numbers of a moment. */
    record Counts(
            long sent,
            long resent,
            long acknowledged,
            long delivered,
            long finished,
            long breaks) {}

    /** Percentiles in milliseconds. */
    record Times(double p50, double p95, double p99) {
        static Times of(Histogram nanos) {
            return new Times(
                    nanos.getValueAtPercentile(50) / 1e6,
                    nanos.getValueAtPercentile(95) / 1e6,
                    nanos.getValueAtPercentile(99) / 1e6);
        }
    }
}
