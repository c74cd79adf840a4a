package org.hotdesk.benchmark.replay;

import java.util.BitSet;
import java.util.stream.IntStream;

/** How far one side of a conversation is in its script. */
final class Place {
    private final Script script;
    private final Speaker me;
    private final BitSet heard = new BitSet();
    private int next;

    Place(Script script, Speaker me) {
        this.script = script;
        this.me = me;
    }

    Script script() {
        return script;
    }

    /** A line came, by whomever. */
    void heard(int turn) {
        heard.set(turn);
    }

    /** Whether a line was sent from here, or need not be any more. */
    boolean isPast(int turn) {
        return turn < next;
    }

    /**
     * The lines to send now: those of this side up to the first line of the other that has not
     * come. Each is named once.
     */
    int[] due() {
        var due = IntStream.builder();
        while (next < script.size()) {
            if (!heard.get(next)) {
                if (script.line(next).speaker() != me) {
                    break;
                }
                due.add(next);
            }
            next++;
        }
        return due.build().toArray();
    }
}
