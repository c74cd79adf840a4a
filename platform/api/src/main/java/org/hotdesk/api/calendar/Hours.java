package org.hotdesk.api.calendar;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * Working hours that begin on one day, as the clock on the wall shows them; whole minutes.
 *
 * @param to first minute that is not worked; one that is not after {@code from} is on the next day,
 *     so 22:00 to 06:00 is a night, and equal ends are a day and a night
 */
public record Hours(LocalTime from, LocalTime to) {
    private static final int DAY = 24 * 60 * 60;

    /** Refuses seconds with an {@link IllegalArgumentException}. */
    public Hours {
        if (!isWholeMinute(from) || !isWholeMinute(to)) {
            throw new IllegalArgumentException("Working hours are given in whole minutes.");
        }
    }

    /** Hours between two times such as {@code 09:00}. */
    public static Hours of(String from, String to) {
        return new Hours(LocalTime.parse(from), LocalTime.parse(to));
    }

    /** Whether these hours go on into the next day; until midnight does not count as that. */
    public boolean overnight() {
        return end() > DAY;
    }

    /** Seconds after midnight of the day on which these hours begin. */
    int start() {
        return from.toSecondOfDay();
    }

    /** Seconds after the same midnight; at most two days. */
    int end() {
        return to.isAfter(from) ? to.toSecondOfDay() : DAY + to.toSecondOfDay();
    }

    private static boolean isWholeMinute(LocalTime time) {
        return time.truncatedTo(ChronoUnit.MINUTES).equals(time);
    }
}
