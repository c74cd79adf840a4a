package org.hotdesk.extension;

/** Failures since a component last worked well, which is so many good calls in a row. */
final class Streak {
    private final int wellAfter;
    private volatile long failures;
    private int goodInRow;

    Streak(int wellAfter) {
        this.wellAfter = wellAfter;
    }

    /** A good call; costs nothing while all is well. */
    void good() {
        if (failures > 0) {
            recover();
        }
    }

    private synchronized void recover() {
        goodInRow++;
        if (goodInRow >= wellAfter) {
            failures = 0;
        }
    }

    synchronized void bad() {
        goodInRow = 0;
        failures = failures + 1;
    }

    long failures() {
        return failures;
    }
}
