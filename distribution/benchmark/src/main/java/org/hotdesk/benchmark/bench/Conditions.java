package org.hotdesk.benchmark.bench;

import java.io.PrintStream;
import java.time.Duration;

/**
 * How thoroughly to measure.
 *
 * @param seconds how long a round takes
 * @param idle how many connections that do nothing
 * @param progress where to say what is being measured
 */
record Conditions(int rounds, int seconds, int idle, PrintStream progress) {
    Duration warmUp() {
        return Duration.ofSeconds(Math.clamp(seconds * 2L, 2, 10));
    }

    void say(String what) {
        progress.println("… " + what);
    }
}
