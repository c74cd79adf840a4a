package org.hotdesk.benchmark.replay;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * One recording being played: what has been sent, acknowledged and delivered of it. Thread-safe.
 *
 * <p>Every line has a client id of its own, the same whoever sends it and however often, so that
 * the server can make one message of it and the comparison can find it again.
 */
final class Script {
    private final Recording recording;
    private final List<Turn> lines;
    private final String name;
    private final Tally tally;

    private final BitSet sent = new BitSet();
    private final BitSet timed = new BitSet();
    private final BitSet acknowledged = new BitSet();
    private final BitSet delivered = new BitSet();
    private final BitSet changed = new BitSet();
    private final long[] sentAt;
    private Optional<String> conversation = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private Runnable whenComplete = () -> {};

    Script(Recording recording, String name, Tally tally) {
        this.recording = recording;
        this.lines = recording.lines();
        this.name = name;
        this.tally = tally;
        this.sentAt = new long[lines.size()];
    }

    Recording recording() {
        return recording;
    }

    int size() {
        return lines.size();
    }

    Turn line(int turn) {
        return lines.get(turn);
    }

    String clientId(int turn) {
        return name + "-" + turn;
    }

    /**
     * A line is on its way; {@code atDesk} when an agent has the conversation, so that the time
     * counts.
     */
    synchronized void sent(int turn, boolean atDesk) {
        if (sent.get(turn)) {
            tally.resent();
            return;
        }
        sent.set(turn);
        timed.set(turn, atDesk);
        sentAt[turn] = System.nanoTime();
        tally.sent();
    }

    synchronized void acknowledged(int turn) {
        if (!acknowledged.get(turn)) {
            acknowledged.set(turn);
            tally.acknowledged();
            completed();
        }
    }

    /** The other side has a line. */
    synchronized void delivered(int turn, String text, long at) {
        if (!text.equals(lines.get(turn).text())) {
            changed.set(turn);
        }
        if (delivered.get(turn)) {
            return;
        }
        delivered.set(turn);
        tally.delivered();
        if (lines.get(turn).speaker() == Speaker.CUSTOMER) {
            if (timed.get(turn)) {
                tally.toAgent(at - sentAt[turn]);
            } else if (turn == 0) {
                tally.toFirstAgent(at - sentAt[turn]);
            }
        }
        completed();
    }

    private void completed() {
        if (complete()) {
            whenComplete.run();
        }
    }

    /** Runs {@code action} once every line is acknowledged and delivered. */
    synchronized void whenComplete(Runnable action) {
        whenComplete = action;
    }

    /** Whether every line is acknowledged and has reached the other side. */
    synchronized boolean complete() {
        return acknowledged.cardinality() == size() && delivered.cardinality() == size();
    }

    synchronized void opened(String id) {
        conversation = Optional.of(id);
    }

    synchronized Optional<String> conversation() {
        return conversation;
    }

    /** It cannot be played to its end. */
    synchronized void fail(String reason) {
        failure = failure.or(() -> Optional.of(recording.id() + ": " + reason));
    }

    synchronized Optional<String> failure() {
        return failure;
    }

    synchronized boolean isAcknowledged(int turn) {
        return acknowledged.get(turn);
    }

    /** The lines that reached somebody with another text. */
    synchronized BitSet changedOnTheWay() {
        return (BitSet) changed.clone();
    }
}
