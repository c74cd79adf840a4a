package org.hotdesk.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.sla.Office.china;
import static org.hotdesk.sla.Office.dayOff;
import static org.hotdesk.sla.Office.details;
import static org.hotdesk.sla.Office.workWeek;

import org.hotdesk.api.Words;
import org.hotdesk.api.calendar.CalendarDay;
import org.hotdesk.api.calendar.CalendarDay.Kind;
import org.hotdesk.api.calendar.CalendarDetails;
import org.hotdesk.api.calendar.HolidayCountry;
import org.hotdesk.api.calendar.Hours;
import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class HolidayDeskTest {
    private final HolidayDesk desk = new HolidayDesk(new PublicHolidays());

    private CalendarDay day(CalendarDetails details, String day) {
        var date = LocalDate.parse(day);
        return desk.days(details, date, date).days().getFirst();
    }

    @Test
    void china_moves_working_days_around_its_holidays() {
        var office = china("办公");

        assertThat(day(office, "2026-02-14"))
                .isEqualTo(
                        new CalendarDay(
                                LocalDate.of(2026, 2, 14),
                                Kind.ADJUSTED,
                                Optional.of(new Words("春节", "Spring Festival")),
                                List.of(Hours.of("09:00", "18:00"))));
        assertThat(day(office, "2026-02-17").kind()).isEqualTo(Kind.HOLIDAY);
        assertThat(day(office, "2026-02-24").kind()).isEqualTo(Kind.WORKING);
        assertThat(day(office, "2026-11-22").kind()).isEqualTo(Kind.CLOSED);
    }

    @Test
    void a_day_before_its_notice_s_year_goes_by_its_date() {
        assertThat(day(china("办公"), "2007-12-30").kind()).isEqualTo(Kind.HOLIDAY);
        assertThat(day(china("办公"), "2007-12-29").kind()).isEqualTo(Kind.ADJUSTED);
    }

    @Test
    void a_year_without_a_notice_has_usual_weeks_and_says_so() {
        var turn = desk.days(china("办公"), LocalDate.of(2026, 12, 1), LocalDate.of(2028, 1, 1));

        assertThat(turn.withoutNotice()).containsExactly(2027, 2028);
        assertThat(day(china("办公"), "2027-10-01").kind()).isEqualTo(Kind.WORKING);
    }

    @Test
    void a_day_of_its_own_wins_over_the_country() {
        var details =
                china(
                        "办公",
                        Office.worked("2026-10-02", "双倍工资", DayOfWeek.FRIDAY),
                        dayOff("2026-10-10", "团建"));

        assertThat(day(details, "2026-10-02").kind()).isEqualTo(Kind.ADJUSTED);
        assertThat(day(details, "2026-10-10").kind()).isEqualTo(Kind.HOLIDAY);
    }

    @Test
    void other_countries_follow_rules_in_both_languages() {
        var berlin = details("Büro", workWeek(), Optional.of("DE-BE"));

        assertThat(day(berlin, "2027-10-03").name())
                .contains(new Words("德国统一日", "German Unity Day"));
        assertThat(day(berlin, "2027-03-26").name()).contains(new Words("耶稣受难日", "Good Friday"));
        assertThat(day(berlin, "2027-03-08").kind()).isEqualTo(Kind.HOLIDAY);
        assertThat(day(details("x", workWeek(), Optional.of("DE")), "2027-03-08").kind())
                .isEqualTo(Kind.WORKING);
        assertThat(desk.days(berlin, LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 2)))
                .matches(days -> days.withoutNotice().isEmpty());
    }

    @Test
    void countries_and_their_parts_are_listed_in_both_languages() {
        assertThat(desk.countries())
                .contains(
                        new HolidayCountry("CN", new Words("中国大陆", "China (mainland)")),
                        new HolidayCountry("DE", new Words("德国", "Germany")));
        assertThat(desk.parts("DE"))
                .hasSize(16)
                .contains(new HolidayCountry("DE-BY", new Words("Bavaria", "Bavaria")));
        assertThat(desk.parts("CN")).isEmpty();
        assertThat(desk.parts("XX")).isEmpty();
    }
}
