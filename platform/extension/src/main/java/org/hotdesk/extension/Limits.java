package org.hotdesk.extension;

import java.time.Duration;

/**
 * How much the guard puts up with.
 *
 * @param callsAtOnce calls inside one component at a time; one more is cut off
 * @param drain how long a component that goes is kept for the calls inside it
 * @param firstCalls good calls by which a new version proves itself beside the old one
 * @param judgedCalls latest calls by which a component is judged
 * @param fewestCalls calls before it is judged at all
 * @param pause how long a component is left alone when it was cut off for the first time; doubles
 *     each time up to {@code longestPause}
 */
record Limits(
        int callsAtOnce,
        Duration drain,
        int firstCalls,
        int judgedCalls,
        int fewestCalls,
        Duration pause,
        Duration longestPause) {

    static final Limits USUAL =
            new Limits(
                    64,
                    Duration.ofSeconds(10),
                    5,
                    20,
                    4,
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(5));
}
