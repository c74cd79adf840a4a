package org.hotdesk.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.api.Fault.Category.FORBIDDEN;
import static org.hotdesk.api.Fault.Category.INVALID;
import static org.hotdesk.api.Fault.Category.STALE;
import static org.hotdesk.sla.Office.AGENT;
import static org.hotdesk.sla.Office.BOSS;
import static org.hotdesk.sla.Office.assertRefused;
import static org.hotdesk.sla.Office.china;
import static org.hotdesk.sla.Office.dayOff;
import static org.hotdesk.sla.Office.details;
import static org.hotdesk.sla.Office.workWeek;
import static org.hotdesk.sla.Office.worked;

import org.hotdesk.api.calendar.Calendar;
import org.hotdesk.api.calendar.CalendarFiles.Skipped;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.util.Optional;

@OnBothDatabases
class CalendarExchangeTest {
    private static final String FILE =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//somebody//EN
            BEGIN:VEVENT
            UID:1
            DTSTART;VALUE=DATE:20261224
            DTEND;VALUE=DATE:20261227
            SUMMARY:Christmas\\, at home
            END:VEVENT
            BEGIN:VEVENT
            UID:2
            DTSTART:20240501
            RRULE:FREQ=YEARLY
            SUMMARY:May
            END:VEVENT
            BEGIN:VEVENT
            UID:3
            DTSTART;TZID=Nowhere/Here:20270105T100000
            SUMMARY:Meeting
            END:VEVENT
            BEGIN:VEVENT
            UID:4
            DTSTART;VALUE=DATE:20261111
            STATUS:CANCELLED
            SUMMARY:Off
            END:VEVENT
            BEGIN:VEVENT
            UID:5
            DTSTART;VALUE=DATE:20261226
            SUMMARY:Stock-taking
            X-HOTDESK-HOURS-OF:FR
            END:VEVENT
            END:VCALENDAR
            """;

    private Office office;

    @BeforeEach
    void open(TestDatabase database) {
        office = new Office(database);
    }

    private Calendar added(String name) {
        return office.calendars.add(BOSS, details(name, workWeek(), Optional.empty()));
    }

    @Test
    void all_day_events_become_days_and_others_are_told() {
        var calendar = added("Office");

        var imported = office.files.importDays(BOSS, calendar.id(), 1, FILE);

        assertThat(imported.calendar().days())
                .contains(
                        dayOff("2026-12-24", "Christmas, at home"),
                        dayOff("2026-12-25", "Christmas, at home"),
                        worked("2026-12-26", "Stock-taking", DayOfWeek.FRIDAY),
                        dayOff("2024-05-01", "May"),
                        dayOff("2036-05-01", "May"));
        assertThat(imported.added()).isEqualTo(3 + 13);
        assertThat(imported.skipped())
                .containsExactly(
                        new Skipped("Meeting", "not-all-day"), new Skipped("Off", "cancelled"));
        assertThat(office.calendars.find(calendar.id())).contains(imported.calendar());
    }

    @Test
    void the_same_file_again_replaces_its_days() {
        var calendar = added("Office");
        office.files.importDays(BOSS, calendar.id(), 1, FILE);

        var again = office.files.importDays(BOSS, calendar.id(), 2, FILE);

        assertThat(again.added()).isZero();
        assertThat(again.replaced()).isEqualTo(16);
    }

    @Test
    void what_is_no_calendar_is_refused() {
        var id = added("Office").id();
        assertRefused(INVALID, () -> office.files.importDays(BOSS, id, 1, "hello"));
        assertRefused(INVALID, () -> office.files.importDays(BOSS, id, 1, ""));
        assertRefused(
                INVALID,
                () -> office.files.importDays(BOSS, id, 1, FILE.replace("20261224", "2026-12-24")));
        assertRefused(
                INVALID,
                () -> office.files.importDays(BOSS, id, 1, FILE.replace("YEARLY", "DAILY")));
        assertRefused(STALE, () -> office.files.importDays(BOSS, id, 9, FILE));
        assertRefused(FORBIDDEN, () -> office.files.importDays(AGENT, id, 1, FILE));
    }

    @Test
    void days_that_were_exported_are_read_back_as_they_were() {
        var china =
                office.calendars.add(
                        BOSS, china("办公；时间", worked("2026-12-26", "补班", DayOfWeek.FRIDAY)));
        var file = office.files.export(china.id());
        var empty = added("Copy");

        var copy = office.files.importDays(BOSS, empty.id(), 1, file).calendar();

        assertThat(file)
                .contains("RRULE:FREQ=WEEKLY;BYDAY=MO", "TZID=Asia/Shanghai", "EXDATE;TZID=");
        assertThat(copy.days())
                .contains(
                        worked("2026-12-26", "补班", DayOfWeek.FRIDAY),
                        worked("2026-10-10", "国庆节", DayOfWeek.MONDAY),
                        dayOff("2026-10-01", "国庆节"));
    }
}
