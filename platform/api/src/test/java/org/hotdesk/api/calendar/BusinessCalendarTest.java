package org.hotdesk.api.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

class BusinessCalendarTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<Hours> OFFICE =
            List.of(Hours.of("09:00", "12:00"), Hours.of("13:00", "18:00"));
    private static final BusinessCalendar WORK_WEEK =
            BusinessCalendar.of(
                    SHANGHAI,
                    Arrays.stream(DayOfWeek.values())
                            .filter(day -> day.compareTo(FRIDAY) <= 0)
                            .collect(Collectors.toMap(day -> day, day -> OFFICE)));
    private static final BusinessCalendar NIGHTS =
            BusinessCalendar.of(BERLIN, Map.of(SATURDAY, List.of(Hours.of("22:00", "06:00"))));

    private static Instant china(String local) {
        return ZonedDateTime.parse(local + "+08:00[Asia/Shanghai]").toInstant();
    }

    @Test
    void a_ticket_of_friday_evening_is_due_on_monday() {
        var friday = china("2026-11-20T17:50:00");

        assertThat(WORK_WEEK.plus(friday, Duration.ofMinutes(30)))
                .contains(china("2026-11-23T09:20:00"));
        assertThat(WORK_WEEK.between(friday, china("2026-11-23T09:20:00")))
                .isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void what_ends_at_closing_time_is_due_then_and_not_at_the_next_opening() {
        assertThat(WORK_WEEK.plus(china("2026-11-20T17:50:00"), Duration.ofMinutes(10)))
                .contains(china("2026-11-20T18:00:00"));
        assertThat(WORK_WEEK.isOpen(china("2026-11-20T18:00:00"))).isFalse();
    }

    @Test
    void it_says_when_it_opens_and_closes_next() {
        var noon = china("2026-11-20T12:30:00");
        assertThat(WORK_WEEK.opening(noon)).contains(china("2026-11-20T13:00:00"));
        assertThat(WORK_WEEK.closing(noon)).contains(noon);
        var saturday = china("2026-11-21T10:00:00");
        assertThat(WORK_WEEK.opening(saturday)).contains(china("2026-11-23T09:00:00"));
        assertThat(WORK_WEEK.closing(china("2026-11-23T09:00:00")))
                .contains(china("2026-11-23T12:00:00"));
    }

    @Test
    void a_night_has_its_true_length_when_the_clock_changes() {
        assertThat(night("2026-03-28")).isEqualTo(Duration.ofHours(7));
        assertThat(night("2026-10-24")).isEqualTo(Duration.ofHours(9));
        assertThat(night("2026-11-21")).isEqualTo(Duration.ofHours(8));
    }

    private static Duration night(String saturday) {
        var noon = LocalDate.parse(saturday).atTime(12, 0).atZone(BERLIN);
        return NIGHTS.between(noon.toInstant(), noon.plusDays(1).toInstant());
    }

    @Test
    void an_adjusted_saturday_takes_the_hours_of_monday_and_a_holiday_none() {
        var calendar =
                BusinessCalendar.of(
                        SHANGHAI,
                        Map.of(MONDAY, OFFICE),
                        Set.of(LocalDate.of(2026, 2, 16)),
                        Map.of(LocalDate.of(2026, 2, 14), MONDAY));

        assertThat(calendar.isOpen(china("2026-02-14T10:00:00"))).isTrue();
        assertThat(calendar.isOpen(china("2026-02-16T10:00:00"))).isFalse();
        assertThat(calendar.hours(LocalDate.of(2026, 2, 14))).isEqualTo(OFFICE);
        assertThat(calendar.hours(LocalDate.of(2026, 2, 16))).isEmpty();
    }

    @Test
    void a_day_off_leaves_the_night_that_reaches_into_it() {
        var sunday = LocalDate.of(2026, 11, 22);
        var calendar =
                BusinessCalendar.of(
                        SHANGHAI,
                        Map.of(SATURDAY, List.of(Hours.of("22:00", "06:00"))),
                        Set.of(sunday),
                        Map.of());

        assertThat(calendar.isOpen(china("2026-11-22T05:59:59"))).isTrue();
    }

    @Test
    void without_hours_nothing_is_ever_due() {
        var never = BusinessCalendar.of(SHANGHAI, Map.of());
        var now = china("2026-11-22T00:00:00");

        assertThat(never.plus(now, Duration.ofNanos(1))).isEmpty();
        assertThat(never.plus(now, Duration.ZERO)).contains(now);
        assertThat(never.opening(now)).isEmpty();
        assertThat(never.closing(now)).contains(now);
    }

    @Test
    void around_the_clock_is_never_closed() {
        var always =
                BusinessCalendar.of(
                        BERLIN,
                        Arrays.stream(DayOfWeek.values())
                                .collect(
                                        Collectors.toMap(
                                                day -> day,
                                                day -> List.of(Hours.of("08:00", "08:00")))));
        var now = china("2026-11-22T00:00:00");

        assertThat(always.closing(now)).isEmpty();
        assertThat(always.plus(now, Duration.ofDays(20_000)))
                .contains(now.plus(Duration.ofDays(20_000)));
        assertThat(always.plus(now, Duration.ofDays(100_000_000))).isEmpty();
    }

    @Test
    void what_is_outside_its_years_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORK_WEEK.isOpen(Instant.parse("2200-01-01T00:00:00Z")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORK_WEEK.isOpen(Instant.parse("1969-12-31T23:59:59Z")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORK_WEEK.plus(Instant.EPOCH, Duration.ofNanos(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                BusinessCalendar.of(
                                        SHANGHAI,
                                        Map.of(),
                                        Set.of(LocalDate.of(2200, 1, 1)),
                                        Map.of()));
    }
}
