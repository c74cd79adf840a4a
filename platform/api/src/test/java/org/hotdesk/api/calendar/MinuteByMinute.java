package org.hotdesk.api.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The same calendar written down in the slowest and plainest way: every minute of some years, each
 * open or not.
 */
final class MinuteByMinute {
    private static final long MINUTE = 60_000_000_000L;

    private final Instant begin;
    private final LocalDateTime[] shown;
    private final boolean[] open;

    /** The days from {@code first}, a few before and after it included. */
    MinuteByMinute(Definition definition, LocalDate first, int length) {
        begin = first.minusDays(3).atStartOfDay(ZoneOffset.UTC).toInstant();
        int minutes = (length + 6) * 24 * 60;
        open = new boolean[minutes];
        shown = new LocalDateTime[minutes];
        for (int i = 0; i < minutes; i++) {
            shown[i] = LocalDateTime.ofInstant(minute(i), definition.zone());
        }
        for (int i = -5; i < length + 5; i++) {
            LocalDate day = first.plusDays(i);
            for (Hours hours : definition.hours(day)) {
                boolean nextDay = !hours.to().isAfter(hours.from());
                int from = firstMinute(day.atTime(hours.from()));
                int to = firstMinute(day.plusDays(nextDay ? 1 : 0).atTime(hours.to()));
                for (int minute = from; minute < to; minute++) {
                    open[minute] = true;
                }
            }
        }
    }

    /** What a calendar is made of. */
    record Definition(
            ZoneId zone,
            Map<DayOfWeek, List<Hours>> week,
            Set<LocalDate> holidays,
            Map<LocalDate, DayOfWeek> adjusted) {

        List<Hours> hours(LocalDate day) {
            if (holidays.contains(day)) {
                return List.of();
            }
            DayOfWeek as = adjusted.containsKey(day) ? adjusted.get(day) : day.getDayOfWeek();
            return week.getOrDefault(as, List.of());
        }

        BusinessCalendar calendar() {
            return BusinessCalendar.of(zone, week, holidays, adjusted);
        }
    }

    private Instant minute(int index) {
        return begin.plusSeconds(index * 60L);
    }

    /** The first minute at which the clock shows this or more, looked for one by one. */
    private int firstMinute(LocalDateTime wanted) {
        long near = Duration.between(begin, wanted.toInstant(ZoneOffset.UTC)).toMinutes();
        int from = Math.clamp(near - 2 * 24 * 60, 0, shown.length);
        while (from < shown.length && shown[from].isBefore(wanted)) {
            from++;
        }
        return from;
    }

    private long nanos(Instant at) {
        return Duration.between(begin, at).toNanos();
    }

    private int index(Instant at) {
        return (int) (nanos(at) / MINUTE);
    }

    boolean isOpen(Instant at) {
        return open[index(at)];
    }

    Duration between(Instant from, Instant to) {
        long start = nanos(from);
        long end = nanos(to);
        long nanos = 0;
        for (int i = index(from); i <= index(to); i++) {
            if (open[i]) {
                nanos += Math.min(end, (i + 1) * MINUTE) - Math.max(start, i * MINUTE);
            }
        }
        return Duration.ofNanos(nanos);
    }

    /** Empty when it is not reached in the minutes that were written down. */
    Optional<Instant> plus(Instant from, Duration time) {
        if (time.isZero()) {
            return Optional.of(from);
        }
        long left = time.toNanos();
        for (int i = index(from); i < open.length; i++) {
            if (open[i]) {
                long start = Math.max(nanos(from), i * MINUTE);
                long here = (i + 1) * MINUTE - start;
                if (left <= here) {
                    return Optional.of(begin.plusNanos(start + left));
                }
                left -= here;
            }
        }
        return Optional.empty();
    }

    /** The earliest instant from this one on that is open, or that is not. */
    Optional<Instant> next(Instant from, boolean wanted) {
        for (int i = index(from); i < open.length; i++) {
            if (open[i] == wanted) {
                return Optional.of(minute(i).isBefore(from) ? from : minute(i));
            }
        }
        return Optional.empty();
    }
}
