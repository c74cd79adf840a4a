package org.hotdesk.live;

/**
 * How many frames a connection may still send; refills steadily, holds 10 seconds' worth. Used by
 * one thread at a time.
 */
final class Allowance {
    private static final int SECONDS = 10;
    private static final int PATIENCE = 200;
    private static final int BAD_FRAME = 10;

    private final int perSecond;
    private double left;
    private long at;
    private int strikes;

    Allowance(int perSecond, long nanos) {
        this.perSecond = perSecond;
        this.left = (double) perSecond * SECONDS;
        this.at = nanos;
    }

    /** Counts a frame; false when it came too fast. */
    boolean take(long nanos) {
        if (perSecond == 0) {
            return true;
        }
        var refilled = left + (nanos - at) / 1e9 * perSecond;
        at = nanos;
        left = Math.min((double) perSecond * SECONDS, refilled);
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }

    /** Counts a frame that was too fast; true when it was one too many. */
    boolean tooFast() {
        strikes++;
        return strikes > PATIENCE;
    }

    /** Counts a frame that was none, or too large; true when it was one too many. */
    boolean bad() {
        strikes += BAD_FRAME;
        return strikes > PATIENCE;
    }
}
