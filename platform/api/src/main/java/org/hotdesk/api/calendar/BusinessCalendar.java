package org.hotdesk.api.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * When somebody works, and the arithmetic of working time: the hours of a week on the wall clock of
 * one zone, days off, and days that take the hours of a given weekday.
 *
 * <p>Hours begin at the first moment at which the clock shows their start, or has been set forward
 * over it, and end likewise; what lies between counts in real time, so that a night in which the
 * clock is set back is an hour longer. Hours belong to the day on which they begin: a day off takes
 * away the night that begins on it, and not the one that reaches into it. Hours that overlap count
 * once.
 *
 * <p>Knows the years 1970 to 2199; instants outside are refused with an {@link
 * IllegalArgumentException}. Immutable. Every question is answered in time that does not grow with
 * the span it is about; making a calendar takes about a millisecond, so keep it.
 */
public final class BusinessCalendar {
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
    private static final long END = LAST_DAY.plusDays(1).toEpochDay() * OpenDays.DAY;
    private static final long SECOND = 1_000_000_000;

    private final ZoneId zone;
    private final Map<DayOfWeek, List<Hours>> week;
    private final Set<LocalDate> holidays;
    private final Map<LocalDate, DayOfWeek> adjusted;
    private final WallClock clock;
    private final OpenDays days;

    private BusinessCalendar(
            ZoneId zone,
            Map<DayOfWeek, List<Hours>> week,
            Set<LocalDate> holidays,
            Map<LocalDate, DayOfWeek> adjusted) {
        this.zone = zone;
        var copy = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        week.forEach((day, hours) -> copy.put(day, List.copyOf(hours)));
        copy.values().removeIf(List::isEmpty);
        this.week = copy;
        this.holidays = Set.copyOf(holidays);
        this.adjusted = Map.copyOf(adjusted);
        clock = new WallClock(zone);
        days = new OpenDays(clock, this.week, this.adjusted, this.holidays);
    }

    /**
     * A calendar.
     *
     * @param week the hours that begin on each weekday; a weekday that is missing is not worked
     * @param holidays days on which no hours begin
     * @param adjusted days that take the hours of the given weekday in place of their own
     * @throws IllegalArgumentException when a day is both, or outside the years that are known
     */
    public static BusinessCalendar of(
            ZoneId zone,
            Map<DayOfWeek, List<Hours>> week,
            Set<LocalDate> holidays,
            Map<LocalDate, DayOfWeek> adjusted) {
        holidays.forEach(BusinessCalendar::check);
        adjusted.keySet().forEach(BusinessCalendar::check);
        for (var day : adjusted.keySet()) {
            if (holidays.contains(day)) {
                throw new IllegalArgumentException(day + " is a day off and worked as well.");
            }
        }
        return new BusinessCalendar(zone, week, holidays, adjusted);
    }

    /** A calendar without days off. */
    public static BusinessCalendar of(ZoneId zone, Map<DayOfWeek, List<Hours>> week) {
        return of(zone, week, Set.of(), Map.of());
    }

    private static void check(LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw new IllegalArgumentException("A calendar knows 1970 to 2199, and not " + day);
        }
    }

    /** The hours that begin on a day; empty when none do. Overlaps are not taken out. */
    public List<Hours> hours(LocalDate day) {
        return holidays.contains(day)
                ? List.of()
                : week.getOrDefault(adjusted.getOrDefault(day, day.getDayOfWeek()), List.of());
    }

    /** Whether it is working time; the moment of an end is not. */
    public boolean isOpen(Instant at) {
        return workedAt(second(at), clock.day(at.getEpochSecond())) > 0;
    }

    /** Working time from one instant to another; negative when the second is the earlier one. */
    public Duration between(Instant from, Instant to) {
        return Duration.ofNanos(worked(to) - worked(from));
    }

    /**
     * The earliest instant by which so much working time has passed; at a closing time it is that
     * and not the next opening. Without any time it is {@code from} itself.
     *
     * @return empty when there is not so much working time before 2200
     * @throws IllegalArgumentException when the time is negative
     */
    public Optional<Instant> plus(Instant from, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Working time is counted forward, not " + time);
        }
        long worked = worked(from);
        if (time.isZero()) {
            return Optional.of(from);
        }
        long left = days.before(OpenDays.LAST) * SECOND - worked;
        if (time.compareTo(Duration.ofNanos(left)) > 0) {
            return Optional.empty();
        }
        long wanted = worked + time.toNanos();
        return reached(dayOf(clock.day(from.getEpochSecond()) - 1, wanted), wanted);
    }

    /**
     * The earliest instant, {@code at} or later, that is working time.
     *
     * @return empty when there is none before 2200
     */
    public Optional<Instant> opening(Instant at) {
        return plus(at, Duration.ofNanos(1)).map(open -> open.minusNanos(1));
    }

    /**
     * The earliest instant, {@code at} or later, that is not working time.
     *
     * @return empty when there is none before 2200
     */
    public Optional<Instant> closing(Instant at) {
        int day = clock.day(second(at));
        long end = workedAt(at.getEpochSecond(), day);
        if (end == 0) {
            return Optional.of(at);
        }
        for (day--; day < OpenDays.LAST; day++) {
            int next = days.nextSpecial(day);
            if (days.neverCloses() && next > day + 2) {
                day = next - 2;
                end = Math.max(end, days.lastEnd(day));
            } else {
                end = days.joined(day, end);
                if (end < days.end(day, OpenDays.DAY)) {
                    return known(Instant.ofEpochSecond(end));
                }
            }
        }
        return Optional.empty();
    }

    /** Nanoseconds of working time until an instant, from a beginning that is always the same. */
    private long worked(Instant at) {
        int day = clock.day(second(at));
        long second = at.getEpochSecond();
        int nanos = at.getNano();
        long seconds = days.before(day - 1) + days.part(day - 1, second) + days.part(day, second);
        return seconds * SECOND + (nanos > 0 && workedAt(second, day) > 0 ? nanos : 0);
    }

    /** The end of the hours that a second is in, 0 when in none; the day is the second's own. */
    private long workedAt(long second, int today) {
        for (int day = today - 1; day <= today; day++) {
            int spill = days.spill(day);
            int[] spans = days.spans(day);
            for (int i = 0; i < spans.length; i += 2) {
                if (days.start(day, spans[i], spill, spans[i + 1]) <= second
                        && second < days.end(day, spans[i + 1])) {
                    return days.end(day, spans[i + 1]);
                }
            }
        }
        return 0;
    }

    /** The day in which so much is reached: first in longer and longer steps, then by halves. */
    private int dayOf(int from, long wanted) {
        int low = from;
        int step = 1;
        while (low + step < OpenDays.LAST && days.before(low + step) * SECOND < wanted) {
            low += step;
            step *= 2;
        }
        int high = Math.min(low + step, OpenDays.LAST);
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (days.before(middle) * SECOND < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Optional<Instant> reached(int day, long wanted) {
        long left = wanted - days.before(day) * SECOND;
        int spill = days.spill(day);
        int[] spans = days.spans(day);
        for (int i = 0; i < spans.length; i += 2) {
            long start = days.start(day, spans[i], spill, spans[i + 1]);
            long length = (days.end(day, spans[i + 1]) - start) * SECOND;
            if (left <= length) {
                return known(Instant.ofEpochSecond(start, left));
            }
            left -= length;
        }
        throw new IllegalStateException("no working time on the day in which it is reached");
    }

    private static Optional<Instant> known(Instant at) {
        return Optional.of(at).filter(instant -> instant.getEpochSecond() < END);
    }

    private static long second(Instant at) {
        long second = at.getEpochSecond();
        if (second < 0 || second >= END) {
            throw new IllegalArgumentException("A calendar knows 1970 to 2199, and not " + at);
        }
        return second;
    }

    /** The zone whose clock on the wall counts. */
    public ZoneId zone() {
        return zone;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BusinessCalendar that
                && zone.equals(that.zone)
                && week.equals(that.week)
                && holidays.equals(that.holidays)
                && adjusted.equals(that.adjusted);
    }

    @Override
    public int hashCode() {
        return Objects.hash(zone, week, holidays, adjusted);
    }

    @Override
    public String toString() {
        return "BusinessCalendar["
                + zone
                + ", "
                + week
                + ", off "
                + holidays
                + ", as "
                + adjusted
                + "]";
    }
}
