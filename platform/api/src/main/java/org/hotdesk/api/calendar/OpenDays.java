package org.hotdesk.api.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How long each day is worked in real seconds, in sums: whole weeks by multiplication, and the days
 * that differ from their weekday (holidays, adjusted days, changes of the clock) by a sum of
 * differences. A day's work is what begins on it, less what the night before still covers.
 */
final class OpenDays {
    static final int DAY = 24 * 60 * 60;

    /** A Monday before 1970. */
    static final int FIRST = -10;

    /** The day after 2199-12-31, with a few to spare. */
    static final int LAST = (int) LocalDate.of(2200, 1, 5).toEpochDay();

    private static final int[] NONE = {};

    private final WallClock clock;

    /** Start and end, start and end … in seconds after midnight; by weekday, Monday first. */
    private final int[][] week = new int[7][];

    private final Map<Integer, int[]> exceptions = new HashMap<>();
    private final long[] weekUntil = new long[8];
    private final int[] special;
    private final long[] differences;

    OpenDays(
            WallClock clock,
            Map<DayOfWeek, List<Hours>> hours,
            Map<LocalDate, DayOfWeek> adjusted,
            Iterable<LocalDate> holidays) {
        this.clock = clock;
        var days = new EnumMap<>(hours);
        for (var day : DayOfWeek.values()) {
            week[day.getValue() - 1] = spans(days.getOrDefault(day, List.of()));
        }
        holidays.forEach(day -> exceptions.put((int) day.toEpochDay(), NONE));
        adjusted.forEach(
                (day, as) -> exceptions.put((int) day.toEpochDay(), week[as.getValue() - 1]));
        for (int day = 0; day < 7; day++) {
            weekUntil[day + 1] = weekUntil[day] + nominal(day);
        }
        special = specialDays();
        differences = new long[special.length + 1];
        for (int i = 0; i < special.length; i++) {
            differences[i + 1] = differences[i] + real(special[i]) - nominal(weekday(special[i]));
        }
    }

    /** Sorted and without overlaps. */
    private static int[] spans(List<Hours> hours) {
        var sorted =
                hours.stream()
                        .sorted((one, other) -> Integer.compare(one.start(), other.start()))
                        .toList();
        int[] spans = new int[sorted.size() * 2];
        int size = 0;
        for (var each : sorted) {
            if (size > 0 && each.start() <= spans[size - 1]) {
                spans[size - 1] = Math.max(spans[size - 1], each.end());
            } else {
                spans[size++] = each.start();
                spans[size++] = each.end();
            }
        }
        return Arrays.copyOf(spans, size);
    }

    private int[] specialDays() {
        var days = new TreeSet<Integer>();
        for (int day : clock.irregularDays()) {
            if (day >= FIRST && real(day) != nominal(weekday(day))) {
                days.add(day);
            }
        }
        for (int day : exceptions.keySet()) {
            days.add(day);
            days.add(day + 1);
        }
        return days.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int weekday(int day) {
        return Math.floorMod(day - FIRST, 7);
    }

    /**
     * Start and end, start and end … of what begins on this day, in local seconds after it began.
     */
    int[] spans(int day) {
        return exceptions.isEmpty()
                ? week[weekday(day)]
                : exceptions.getOrDefault(day, week[weekday(day)]);
    }

    /** Until when the night before goes on, in local seconds after this day began. */
    int spill(int day) {
        return spill(spans(day - 1));
    }

    private static int spill(int[] before) {
        return before.length == 0 ? 0 : Math.max(0, before[before.length - 1] - DAY);
    }

    private long nominal(int weekday) {
        int spill = spill(week[(weekday + 6) % 7]);
        int[] spans = week[weekday];
        long length = 0;
        for (int i = 0; i < spans.length; i += 2) {
            length += Math.max(0, spans[i + 1] - Math.max(spans[i], spill));
        }
        return length;
    }

    private long real(int day) {
        int spill = spill(day);
        int[] spans = spans(day);
        long length = 0;
        for (int i = 0; i < spans.length; i += 2) {
            length += end(day, spans[i + 1]) - start(day, spans[i], spill, spans[i + 1]);
        }
        return length;
    }

    /** The second at which a span of a day begins, for all that the night before leaves of it. */
    long start(int day, int from, int spill, int to) {
        return clock.first((long) day * DAY + Math.min(to, Math.max(from, spill)));
    }

    /** The second at which a span of a day ends. */
    long end(int day, int to) {
        return clock.first((long) day * DAY + to);
    }

    /** Seconds worked by all days before this one, from {@link #FIRST} on. */
    long before(int day) {
        int days = day - FIRST;
        return days / 7 * weekUntil[7] + weekUntil[days % 7] + differences[specialBefore(day)];
    }

    /** The first day that is not as its weekday, from this one on; {@link #LAST} when all are. */
    int nextSpecial(int day) {
        int index = specialBefore(day);
        return index < special.length ? Math.min(special[index], LAST) : LAST;
    }

    private int specialBefore(int day) {
        int found = Arrays.binarySearch(special, day);
        return found >= 0 ? found : -found - 1;
    }

    /** Whether a usual week is worked without a break. */
    boolean neverCloses() {
        return weekUntil[7] == 7 * DAY;
    }

    /** Seconds of this day's work that have passed at a second. */
    long part(int day, long second) {
        int spill = spill(day);
        int[] spans = spans(day);
        long length = 0;
        for (int i = 0; i < spans.length; i += 2) {
            long start = start(day, spans[i], spill, spans[i + 1]);
            if (start >= second) {
                break;
            }
            length += Math.min(second, end(day, spans[i + 1])) - start;
        }
        return length;
    }

    /** Until when it goes on without a break after hours that end here, as far as this day says. */
    long joined(int day, long end) {
        int spill = spill(day);
        int[] spans = spans(day);
        long joined = end;
        for (int i = 0; i < spans.length; i += 2) {
            if (start(day, spans[i], spill, spans[i + 1]) <= joined) {
                joined = Math.max(joined, end(day, spans[i + 1]));
            }
        }
        return joined;
    }

    /** When the last hours of a day end. */
    long lastEnd(int day) {
        int[] spans = spans(day);
        return end(day, spans[spans.length - 1]);
    }
}
