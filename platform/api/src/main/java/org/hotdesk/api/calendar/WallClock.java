package org.hotdesk.api.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The clock on the wall of one zone from 1970 to 2199, between seconds of real time and seconds of
 * local time (those of {@code LocalDateTime} as if it were UTC).
 */
final class WallClock {
    private static final Instant FROM = Instant.parse("1969-12-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2200-02-01T00:00:00Z");
    private static final int DAY = 24 * 60 * 60;

    /** When each offset begins to hold; the first always did. */
    private final long[] since;

    private final int[] offset;

    /** The latest that the clock has shown until the end of each offset. */
    private final long[] shownUntil;

    WallClock(ZoneId zone) {
        var rules = zone.getRules();
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        for (var next = rules.nextTransition(FROM);
                next != null && next.getInstant().isBefore(TO);
                next = rules.nextTransition(next.getInstant())) {
            changes.add(next);
        }
        since = new long[changes.size() + 1];
        offset = new int[changes.size() + 1];
        shownUntil = new long[changes.size() + 1];
        since[0] = Long.MIN_VALUE;
        offset[0] = rules.getOffset(FROM).getTotalSeconds();
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < changes.size(); i++) {
            var change = changes.get(i);
            since[i + 1] = change.toEpochSecond();
            offset[i + 1] = change.getOffsetAfter().getTotalSeconds();
            latest = Math.max(latest, since[i + 1] + offset[i]);
            shownUntil[i] = latest;
        }
        shownUntil[changes.size()] = Long.MAX_VALUE;
    }

    /** What the clock shows at this second. */
    long shownAt(long second) {
        int found = Arrays.binarySearch(since, second);
        return second + offset[found >= 0 ? found : -found - 2];
    }

    /**
     * The first second at which the clock shows this or has passed it: where it is set forward over
     * it, the moment of that; where it shows it twice, the first time.
     */
    long first(long shown) {
        int found = Arrays.binarySearch(shownUntil, shown);
        int segment = found >= 0 ? firstLater(found, shown) : -found - 1;
        return Math.max(since[segment], shown - offset[segment]);
    }

    private int firstLater(int found, long shown) {
        int segment = found;
        while (shownUntil[segment] <= shown) {
            segment++;
        }
        return segment;
    }

    /** The day that has begun last: the clock may be set back into the one before. */
    int day(long second) {
        int day = (int) Math.floorDiv(shownAt(second), (long) DAY);
        return first((day + 1L) * DAY) <= second ? day + 1 : day;
    }

    /**
     * The days that are longer or shorter than others, as days of the epoch, with their neighbours.
     */
    List<Integer> irregularDays() {
        List<Integer> days = new ArrayList<>();
        for (int i = 1; i < since.length; i++) {
            long one = since[i] + offset[i - 1];
            long other = since[i] + offset[i];
            int from = (int) Math.floorDiv(Math.min(one, other), (long) DAY) - 2;
            int to = (int) Math.floorDiv(Math.max(one, other), (long) DAY) + 1;
            for (int day = from; day <= to; day++) {
                days.add(day);
            }
        }
        return days;
    }
}
