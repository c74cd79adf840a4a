package org.hotdesk.benchmark.replay;

import java.util.List;
import java.util.stream.Stream;

/** A recorded conversation. */
record Recording(String id, String language, List<Turn> turns) {
    /** What a visitor opens with whose recording begins with an agent. */
    static final Turn GREETING = new Turn(Speaker.CUSTOMER, "👋");

    Recording {
        turns = List.copyOf(turns);
    }

    /**
     * The lines to be played, and expected back, in this order. A conversation begins with a
     * visitor's line: where the recording begins with the agent, a greeting comes first.
     */
    List<Turn> lines() {
        return turns.getFirst().speaker() == Speaker.CUSTOMER
                ? turns
                : Stream.concat(Stream.of(GREETING), turns.stream()).toList();
    }
}
