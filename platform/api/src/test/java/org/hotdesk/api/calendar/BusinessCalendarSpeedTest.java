package org.hotdesk.api.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongBiFunction;

/** An answer about twenty years costs what one about a day does. Prints nanoseconds a call. */
class BusinessCalendarSpeedTest {
    private static final Instant START = Instant.parse("2016-01-04T03:00:00Z");
    private final BusinessCalendar calendar = calendar();
    private final Random random = new Random(1);

    private static BusinessCalendar calendar() {
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        for (int day = 1; day <= 5; day++) {
            week.put(
                    DayOfWeek.of(day),
                    List.of(Hours.of("09:00", "12:00"), Hours.of("13:00", "18:00")));
        }
        Set<LocalDate> holidays = new HashSet<>();
        for (int year = 2000; year < 2040; year++) {
            for (int i = 0; i < 15; i++) {
                holidays.add(LocalDate.ofYearDay(year, 1 + i * 23));
            }
        }
        return BusinessCalendar.of(ZoneId.of("Europe/Berlin"), week, holidays, Map.of());
    }

    @Test
    void long_spans_cost_what_short_ones_do() {
        ToLongBiFunction<Instant, Duration> between =
                (from, span) -> calendar.between(from, from.plus(span)).toNanos();
        ToLongBiFunction<Instant, Duration> plus =
                (from, span) -> calendar.plus(from, span).orElseThrow().getNano();

        long day = nanos("between, a day", between, Duration.ofDays(1));
        long years = nanos("between, twenty years", between, Duration.ofDays(7_300));
        long soon = nanos("plus, some hours", plus, Duration.ofHours(5));
        long late = nanos("plus, four years of work", plus, Duration.ofDays(1_460));

        assertThat(years).isLessThan(20 * day + 5_000);
        assertThat(late).isLessThan(20 * soon + 5_000);
    }

    private long nanos(String what, ToLongBiFunction<Instant, Duration> question, Duration span) {
        long sum = 0;
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            Instant[] from = new Instant[5_000];
            for (int i = 0; i < from.length; i++) {
                from[i] = START.plusSeconds(random.nextInt(100_000_000));
            }
            long start = System.nanoTime();
            for (Instant each : from) {
                sum += question.applyAsLong(each, span);
            }
            best = Math.min(best, (System.nanoTime() - start) / from.length);
        }
        System.out.println("calendar, " + what + ": " + best + " ns a call (sum " + sum + ")");
        return best;
    }
}
