package org.hotdesk.benchmark.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/**
 * How thoroughly to measure.
 *
 * @param seconds how long a round takes
 * @param connections how many talk at once in the busy case
 * @param idle how many connections that do nothing
 */
record Conditions(int rounds, int seconds, int connections, int idle, Findings findings) {
    Duration warmUp() {
        return Duration.ofSeconds(Math.clamp(seconds, 1, 5));
    }

    Duration round() {
        return Duration.ofSeconds(seconds);
    }

    void say(String what) {
        findings.say(what);
    }

    void found(Figure figure) {
        findings.found(figure);
    }

    /** Tells a round as soon as it is over. */
    void round(int number, Measured measured) {
        say("  round " + number + " of " + rounds + ": " + measured.line() + ", " + load());
    }

    /** How busy this machine is; what else runs on it makes every figure worse. */
    static String load() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "load %.1f on %d processors",
                system.getSystemLoadAverage(),
                system.getAvailableProcessors());
    }
}
