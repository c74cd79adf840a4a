package org.hotdesk.api.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.api.calendar.MinuteByMinute.Definition;
import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Every answer of the calendar is that of the plain list of minutes. */
class BusinessCalendarPropertyTest {
    /** Half hours, quarters, changes at midnight, of half an hour and two hours, a day left out. */
    private static final List<String> ZONES =
            List.of(
                    "Asia/Shanghai",
                    "Asia/Kolkata",
                    "Asia/Kathmandu",
                    "Australia/Lord_Howe",
                    "Pacific/Chatham",
                    "Pacific/Apia",
                    "Antarctica/Troll",
                    "America/St_Johns",
                    "America/New_York",
                    "America/Havana",
                    "America/Sao_Paulo",
                    "Africa/Casablanca",
                    "Europe/Berlin",
                    "Europe/Dublin",
                    "UTC");

    private final long seed = Long.getLong("hotdesk.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private long cases;

    @Test
    void some_weeks_around_changes_of_the_clock_leap_days_and_adjusted_days() {
        for (int calendar = 0; calendar < 400; calendar++) {
            ZoneId zone = ZoneId.of(any(ZONES));
            compare(zone, interestingDay(zone), 25, 45);
        }
        System.out.println("calendar seed " + seed + ", cases of weeks: " + cases);
        assertThat(cases).isGreaterThanOrEqualTo(100_000);
    }

    @Test
    void some_years() {
        for (int calendar = 0; calendar < 4; calendar++) {
            ZoneId zone = ZoneId.of(any(ZONES));
            compare(zone, interestingDay(zone), 2 * 366, 50);
        }
        System.out.println("calendar seed " + seed + ", cases of years: " + cases);
    }

    private void compare(ZoneId zone, LocalDate around, int length, int questions) {
        LocalDate first = around.minusDays(random.nextInt(length));
        var definition = definition(zone, first, length);
        var slow = new MinuteByMinute(definition, first, length);
        var fast = definition.calendar();
        for (int question = 0; question < questions; question++) {
            compare(definition, slow, fast, instant(first, length), instant(first, length));
        }
    }

    private void compare(
            Definition definition,
            MinuteByMinute slow,
            BusinessCalendar fast,
            Instant one,
            Instant other) {
        Instant from = one.isBefore(other) ? one : other;
        Instant to = one.isBefore(other) ? other : one;
        var asked = "seed " + seed + ", from " + from + " to " + to + " in " + definition;
        var between = slow.between(from, to);
        assertThat(fast.isOpen(from)).as(asked).isEqualTo(slow.isOpen(from));
        assertThat(fast.between(from, to)).as(asked).isEqualTo(between);
        assertThat(fast.between(to, from)).as(asked).isEqualTo(between.negated());
        var time = random.nextBoolean() ? between : between.plusNanos(random.nextLong(1L << 46));
        slow.plus(from, time)
                .ifPresent(then -> assertThat(fast.plus(from, time)).as(asked).contains(then));
        slow.next(from, true)
                .ifPresent(then -> assertThat(fast.opening(from)).as(asked).contains(then));
        slow.next(from, false)
                .ifPresent(then -> assertThat(fast.closing(from)).as(asked).contains(then));
        cases += 6;
    }

    private LocalDate interestingDay(ZoneId zone) {
        LocalDate day = LocalDate.of(1980, 1, 1).plusDays(random.nextInt(365 * 90));
        if (random.nextInt(5) == 0) {
            return LocalDate.of(1980 + 4 * random.nextInt(22), 2, 29);
        }
        var change = zone.getRules().nextTransition(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        return change == null ? day : LocalDate.ofInstant(change.getInstant(), ZoneOffset.UTC);
    }

    private Definition definition(ZoneId zone, LocalDate first, int length) {
        Set<LocalDate> holidays = new HashSet<>();
        Map<LocalDate, DayOfWeek> adjusted = new HashMap<>();
        for (int i = random.nextInt(length / 2 + 1); i > 0; i--) {
            LocalDate day = first.plusDays(random.nextInt(length));
            if (random.nextBoolean()) {
                holidays.add(day);
            } else {
                adjusted.put(day, any(List.of(DayOfWeek.values())));
            }
        }
        adjusted.keySet().removeAll(holidays);
        return new Definition(zone, week(), holidays, adjusted);
    }

    private Map<DayOfWeek, List<Hours>> week() {
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        boolean everyDay = random.nextInt(6) == 0;
        List<Hours> usual = hours();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (everyDay || random.nextInt(3) > 0) {
                week.put(day, everyDay || random.nextBoolean() ? usual : hours());
            }
        }
        return week;
    }

    private List<Hours> hours() {
        if (random.nextInt(6) == 0) {
            return List.of(new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
        }
        List<Hours> hours = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            hours.add(new Hours(time(), time()));
        }
        return hours;
    }

    /** Often in the night, when clocks change; often on the half hour. */
    private LocalTime time() {
        int minute = random.nextInt(random.nextBoolean() ? 4 * 60 : 24 * 60);
        return LocalTime.ofSecondOfDay((random.nextBoolean() ? minute : minute / 30 * 30) * 60L);
    }

    /** Often the full minute, at which hours begin and end. */
    private Instant instant(LocalDate first, int length) {
        Instant begin = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant at = begin.plus(Duration.ofMinutes(random.nextInt(length * 24 * 60)));
        return switch (random.nextInt(4)) {
            case 0 -> at;
            case 1 -> at.plusNanos(random.nextLong(60_000_000_000L));
            case 2 -> at.truncatedTo(ChronoUnit.HOURS);
            default -> at.plusSeconds(random.nextInt(60));
        };
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
