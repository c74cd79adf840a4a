package org.hotdesk.benchmark.replay;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How what a server kept differs from what was played.
 *
 * @param lost acknowledged lines that are not there
 * @param duplicated lines that are there more than once, and lines that nobody played
 * @param reordered the fewest lines that would have to move for the order to be the recorded one
 * @param changed lines with another text or another author than played, or that reached somebody so
 * @param gaps sequence numbers that are missing among those kept
 */
record Comparison(int lost, int duplicated, int reordered, int changed, int gaps) {
    static final Comparison SAME = new Comparison(0, 0, 0, 0, 0);

    /** One line as the server gave it back, in the order in which it gave it. */
    record Kept(long seq, String kind, String clientId, String side, String text) {}

    Comparison plus(Comparison other) {
        return new Comparison(
                lost + other.lost,
                duplicated + other.duplicated,
                reordered + other.reordered,
                changed + other.changed,
                gaps + other.gaps);
    }

    boolean same() {
        return equals(SAME);
    }

    /** Compares a transcript, all of it, with the script that was played. */
    static Comparison of(Script script, List<Kept> transcript) {
        var there = new BitSet();
        var changed = script.changedOnTheWay();
        var order = new ArrayList<Integer>();
        int duplicated = 0;
        for (var line : transcript) {
            if (!line.kind().equals("TEXT")) {
                continue;
            }
            int turn = turn(script, line);
            if (turn < 0 || there.get(turn)) {
                duplicated++;
                continue;
            }
            there.set(turn);
            order.add(turn);
            if (!same(script.line(turn), line)) {
                changed.set(turn);
            }
        }
        int lost =
                (int)
                        IntStream.range(0, script.size())
                                .filter(turn -> script.isAcknowledged(turn) && !there.get(turn))
                                .count();
        int reordered = order.size() - longestRising(order);
        return new Comparison(lost, duplicated, reordered, changed.cardinality(), gaps(transcript));
    }

    private static int turn(Script script, Kept line) {
        return IntStream.range(0, script.size())
                .filter(turn -> script.clientId(turn).equals(line.clientId()))
                .findFirst()
                .orElse(-1);
    }

    private static boolean same(Turn played, Kept line) {
        return played.text().equals(line.text()) && played.speaker().side().equals(line.side());
    }

    private static int gaps(List<Kept> transcript) {
        long highest = transcript.stream().mapToLong(Kept::seq).max().orElse(0);
        return (int) (highest - transcript.stream().mapToLong(Kept::seq).distinct().count());
    }

    private static int longestRising(List<Integer> order) {
        var ends = new ArrayList<Integer>();
        for (var turn : order) {
            int at = 0;
            while (at < ends.size() && ends.get(at) < turn) {
                at++;
            }
            if (at == ends.size()) {
                ends.add(turn);
            } else {
                ends.set(at, turn);
            }
        }
        return ends.size();
    }
}
