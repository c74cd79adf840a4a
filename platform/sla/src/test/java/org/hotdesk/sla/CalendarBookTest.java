package org.hotdesk.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.api.Fault.Category.CONFLICT;
import static org.hotdesk.api.Fault.Category.FORBIDDEN;
import static org.hotdesk.api.Fault.Category.INVALID;
import static org.hotdesk.api.Fault.Category.NOT_FOUND;
import static org.hotdesk.api.Fault.Category.STALE;
import static org.hotdesk.sla.Office.AGENT;
import static org.hotdesk.sla.Office.BOSS;
import static org.hotdesk.sla.Office.TEAM;
import static org.hotdesk.sla.Office.assertRefused;
import static org.hotdesk.sla.Office.china;
import static org.hotdesk.sla.Office.dayOff;
import static org.hotdesk.sla.Office.worked;

import org.hotdesk.api.calendar.CalendarId;
import org.hotdesk.api.calendar.TeamCalendar;
import org.hotdesk.api.event.CalendarChanged;
import org.hotdesk.api.event.TeamCalendarChanged;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Optional;

@OnBothDatabases
class CalendarBookTest {
    private Office office;

    @BeforeEach
    void open(TestDatabase database) {
        office = new Office(database);
    }

    @Test
    void a_calendar_is_kept_as_it_was_said() {
        var details =
                china(
                        "办公时间",
                        dayOff("2026-12-24", "盘点"),
                        worked("2026-12-26", "补班", DayOfWeek.FRIDAY));

        var added = office.calendars.add(BOSS, details);

        assertThat(office.calendars.list()).containsExactly(added);
        assertThat(office.calendars.find(added.id()).orElseThrow().details()).isEqualTo(details);
        assertThat(added.withoutNotice()).containsExactly(2027);
        assertThat(office.heard())
                .containsExactly(new CalendarChanged(added.id(), "办公时间", 1, false));
    }

    @Test
    void its_hours_know_public_holidays_adjusted_days_and_its_own() {
        var calendar = office.calendars.add(BOSS, china("办公", dayOff("2026-11-23", "搬家")));

        var hours = office.calendars.hours(calendar.id()).orElseThrow();

        assertThat(hours.isOpen(Instant.parse("2026-10-01T02:00:00Z"))).isFalse();
        assertThat(hours.isOpen(Instant.parse("2026-10-10T02:00:00Z"))).isTrue();
        assertThat(hours.isOpen(Instant.parse("2026-11-23T02:00:00Z"))).isFalse();
        assertThat(hours.isOpen(Instant.parse("2026-11-24T02:00:00Z"))).isTrue();
        assertThat(office.calendars.hours(calendar.id())).containsSame(hours);
    }

    @Test
    void a_change_holds_at_once_and_only_for_who_read_the_latest() {
        var calendar = office.calendars.add(BOSS, china("办公"));
        var closed = china("办公", dayOff("2026-11-24", "年会"));

        var changed = office.calendars.change(BOSS, calendar.id(), 1, closed);

        assertThat(changed.version()).isEqualTo(2);
        assertThat(
                        office.calendars
                                .hours(calendar.id())
                                .orElseThrow()
                                .isOpen(Instant.parse("2026-11-24T02:00:00Z")))
                .isFalse();
        assertRefused(STALE, () -> office.calendars.change(BOSS, calendar.id(), 1, closed));
        assertRefused(
                NOT_FOUND, () -> office.calendars.change(BOSS, new CalendarId(999), 1, closed));
    }

    @Test
    void a_team_without_a_calendar_is_always_there() {
        assertThat(office.calendars.of(TEAM))
                .isEqualTo(new TeamCalendar(TEAM, Optional.empty(), 0));
        assertThat(office.calendars.hours(TEAM)).isEmpty();
    }

    @Test
    void a_team_works_by_the_calendar_that_it_was_given() {
        var calendar = office.calendars.add(BOSS, china("办公"));

        var given = office.calendars.assign(BOSS, TEAM, 0, Optional.of(calendar.id()));

        assertThat(office.calendars.of(TEAM)).isEqualTo(given);
        assertThat(office.calendars.hours(TEAM)).isPresent();
        assertThat(office.heard()).last().isEqualTo(new TeamCalendarChanged(given));
        assertRefused(STALE, () -> office.calendars.assign(BOSS, TEAM, 0, Optional.empty()));
        assertRefused(
                NOT_FOUND, () -> office.calendars.assign(BOSS, new TeamId(9), 0, Optional.empty()));
        assertRefused(
                INVALID,
                () -> office.calendars.assign(BOSS, TEAM, 1, Optional.of(new CalendarId(999))));
    }

    @Test
    void a_calendar_in_use_stays_and_another_goes() {
        var calendar = office.calendars.add(BOSS, china("办公", dayOff("2026-11-24", "年会")));
        office.calendars.assign(BOSS, TEAM, 0, Optional.of(calendar.id()));

        assertRefused(CONFLICT, () -> office.calendars.remove(BOSS, calendar.id(), 1));
        office.calendars.assign(BOSS, TEAM, 1, Optional.empty());
        assertRefused(STALE, () -> office.calendars.remove(BOSS, calendar.id(), 7));
        office.calendars.remove(BOSS, calendar.id(), 1);

        assertThat(office.calendars.list()).isEmpty();
        assertThat(office.calendars.hours(calendar.id())).isEmpty();
        assertThat(office.heard())
                .last()
                .isEqualTo(new CalendarChanged(calendar.id(), "办公", 1, true));
        assertRefused(NOT_FOUND, () -> office.calendars.remove(BOSS, calendar.id(), 1));
    }

    @Test
    void agents_cannot_change_calendars() {
        assertRefused(FORBIDDEN, () -> office.calendars.add(AGENT, china("我的")));
        assertRefused(FORBIDDEN, () -> office.calendars.assign(AGENT, TEAM, 0, Optional.empty()));
    }
}
