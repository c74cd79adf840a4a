package org.hotdesk.api.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A past period routed again under another plan.
 *
 * @param percent how far it is, from 0 to 100
 * @param report empty until it is done
 * @param failure what went wrong; empty unless it failed
 */
public record Replay(
        ReplayId id,
        Question question,
        State state,
        int percent,
        String startedBy,
        Instant startedAt,
        Optional<ReplayReport> report,
        Optional<String> failure) {

    /**
     * What is asked.
     *
     * @param from the first moment of the period
     * @param to the first moment after it; not in the future, at most 366 days after {@code from}
     * @param entryPoint whose conversations go by the other plan; empty: those of all
     * @param strategies the other plan: 0 to 20 names, each once
     */
    public record Question(
            Instant from, Instant to, Optional<String> entryPoint, List<String> strategies) {
        public Question {
            strategies = List.copyOf(strategies);
        }
    }

    /** How far a replay is. */
    public enum State {
        /** It goes on. */
        RUNNING,
        /** Its report is there. */
        DONE,
        /** Somebody stopped it. */
        CANCELLED,
        /** It came upon something that it could not do. */
        FAILED,
        /** The server that did it went away. */
        INTERRUPTED
    }
}
