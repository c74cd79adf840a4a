package org.hotdesk.sla;

import static org.hotdesk.api.Fault.Category.INVALID;
import static org.hotdesk.sla.Office.assertRefused;
import static org.hotdesk.sla.Office.china;
import static org.hotdesk.sla.Office.dayOff;
import static org.hotdesk.sla.Office.details;

import org.hotdesk.api.calendar.CalendarDetails;
import org.hotdesk.api.calendar.Hours;
import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class CalendarRulesTest {
    private final PublicHolidays holidays = new PublicHolidays();

    private void refuses(CalendarDetails details, String field, String code) {
        assertRefused(INVALID, () -> CalendarRules.check(details, holidays))
                .matches(fault -> fault.field().equals(Optional.of(field)), "names " + field)
                .matches(fault -> fault.code().equals(code), "is " + code);
    }

    @Test
    void hours_that_overlap_are_refused_where_they_do() {
        refuses(
                details(
                        "x",
                        Map.of(
                                DayOfWeek.FRIDAY,
                                List.of(Hours.of("09:00", "12:00"), Hours.of("11:30", "18:00"))),
                        Optional.empty()),
                "week.FRIDAY.1",
                "hours-overlap");
    }

    @Test
    void a_night_does_not_reach_into_the_hours_of_the_next_day_nor_of_the_next_week() {
        refuses(
                details(
                        "x",
                        Map.of(
                                DayOfWeek.SUNDAY,
                                List.of(Hours.of("22:00", "06:00")),
                                DayOfWeek.MONDAY,
                                List.of(Hours.of("05:00", "09:00"))),
                        Optional.empty()),
                "week.MONDAY.0",
                "hours-overlap");
    }

    @Test
    void names_days_and_countries_are_checked() {
        refuses(china(" "), "name", "name-length");
        refuses(details("x", Map.of(), Optional.of("XX")), "country", "country-unknown");
        refuses(china("x", dayOff("2026-01-02", "")), "days.0.name", "name-length");
        refuses(china("x", dayOff("2300-01-02", "far")), "days.0.day", "day-out-of-range");
        refuses(
                china("x", dayOff("2026-01-02", "a"), dayOff("2026-01-02", "b")),
                "days.1.day",
                "day-twice");
    }

    @Test
    void as_many_days_are_shown_as_a_screen_can_hold() {
        var first = LocalDate.of(2026, 1, 1);
        assertRefused(INVALID, () -> CalendarRules.checkSpan(first, first.plusDays(401)));
        assertRefused(INVALID, () -> CalendarRules.checkSpan(first, first.minusDays(1)));
        assertRefused(INVALID, () -> CalendarRules.checkSpan(LocalDate.of(1969, 1, 1), first));
    }
}
