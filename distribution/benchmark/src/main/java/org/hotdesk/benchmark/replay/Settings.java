package org.hotdesk.benchmark.replay;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How conversations are played.
 *
 * @param visitors how many are on the site at a time
 * @param agents how many answer
 * @param opensPerSecond how many conversations are begun a second at most; infinite for no bound
 * @param adminPassword empty: the sample accounts of a demo server are used
 */
record Settings(
        URI server,
        int visitors,
        int agents,
        double opensPerSecond,
        Times times,
        Optional<String> adminPassword) {

    /**
     * How long to wait for what.
     *
     * @param patience how long nothing may move
     * @param answerWithin how long a connection may leave everything unanswered
     */
    record Times(Duration patience, Duration answerWithin) {}
}
