package org.hotdesk.extension;

import java.util.concurrent.atomic.AtomicInteger;

/** The first calls of a component; decided once. */
final class Probation {
    private static final int FAILED = -1;

    private final AtomicInteger callsToGo;

    Probation(int firstCalls) {
        callsToGo = new AtomicInteger(firstCalls);
    }

    /** Counts a good call; true for the one that completes the proof. */
    boolean passes() {
        return callsToGo.getAndUpdate(left -> left > 0 ? left - 1 : left) == 1;
    }

    /** Takes note of a failure; true for the one that decides. */
    boolean fails() {
        return callsToGo.getAndUpdate(left -> left > 0 ? FAILED : left) > 0;
    }

    boolean isFailed() {
        return callsToGo.get() == FAILED;
    }
}
