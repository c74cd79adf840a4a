package org.hotdesk.benchmark.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which lines of each conversation have come in one piece, and what is missing. For one thread. */
final class Seen {
    private final Map<String, Long> highest = new HashMap<>();
    private final Map<String, Long> ahead = new HashMap<>();
    private final Set<String> fetching = new HashSet<>();

    /** What is to be done with a line that came. */
    enum Verdict {
        NEXT,
        REPEAT,
        MISSED
    }

    Verdict take(String conversation, long seq) {
        long before = upTo(conversation);
        if (seq <= before) {
            return Verdict.REPEAT;
        }
        if (seq == before + 1) {
            highest.put(conversation, seq);
            return Verdict.NEXT;
        }
        expect(conversation, seq);
        return Verdict.MISSED;
    }

    /** The server has lines up to here. */
    void expect(String conversation, long seq) {
        ahead.merge(conversation, seq, Math::max);
    }

    /** Whether lines are missing and nobody has asked for them yet; then the caller asks. */
    boolean wantsFetch(String conversation) {
        return !isComplete(conversation) && fetching.add(conversation);
    }

    /** Whether every line has come that is known to be there. */
    boolean isComplete(String conversation) {
        return ahead.getOrDefault(conversation, 0L) <= upTo(conversation);
    }

    /** What was asked for has come, or never will. */
    void fetched(String conversation) {
        fetching.remove(conversation);
    }

    /** A new connection: questions that were open will not be answered. */
    void reconnected() {
        fetching.clear();
    }

    long upTo(String conversation) {
        return highest.getOrDefault(conversation, 0L);
    }

    void forget(String conversation) {
        highest.remove(conversation);
        ahead.remove(conversation);
        fetching.remove(conversation);
    }

    Map<String, Long> all() {
        return Map.copyOf(highest);
    }
}
