package org.hotdesk.sla;

import org.hotdesk.api.calendar.CalendarDetails;
import org.hotdesk.api.calendar.CalendarId;
import org.hotdesk.api.calendar.Hours;
import org.hotdesk.api.calendar.SpecialDay;
import org.hotdesk.api.calendar.TeamCalendar;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.sla.CalendarRows.DayRow;
import org.hotdesk.sla.CalendarRows.HoursRow;
import org.hotdesk.sla.CalendarRows.Row;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All calendars as they were read, remembered for a few seconds, since every clock asks for them; a
 * change on this node is seen at once.
 */
final class CalendarShelf {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    /** A calendar as it was read. */
    record Kept(CalendarId id, CalendarDetails details, long version) {}

    /** All that was read. */
    record Reading(
            Map<CalendarId, Kept> calendars,
            Map<TeamId, TeamCalendar> teams,
            long changes,
            Instant until) {}

    private final CalendarRows rows;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private volatile Reading latest = new Reading(Map.of(), Map.of(), -1, Instant.EPOCH);

    CalendarShelf(CalendarRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** What is remembered counts no more. */
    void changed() {
        changes.incrementAndGet();
    }

    Reading reading() {
        Reading known = latest;
        if (known.changes() == changes.get() && clock.instant().isBefore(known.until())) {
            return known;
        }
        // Counted before the reading: what is changed while we read makes the reading count for
        // nothing.
        long before = changes.get();
        Reading read = new Reading(calendars(), teams(), before, clock.instant().plus(REMEMBERED));
        latest = read;
        return read;
    }

    private Map<CalendarId, Kept> calendars() {
        Map<Long, Map<DayOfWeek, List<Hours>>> weeks = weeks();
        Map<Long, List<SpecialDay>> days = days();
        Map<CalendarId, Kept> all = new LinkedHashMap<>();
        for (Row row : rows.calendars()) {
            CalendarDetails details =
                    new CalendarDetails(
                            row.name(),
                            ZoneId.of(row.zone()),
                            weeks.getOrDefault(row.id(), Map.of()),
                            row.country(),
                            DayOfWeek.valueOf(row.adjustedAs()),
                            days.getOrDefault(row.id(), List.of()));
            CalendarId id = new CalendarId(row.id());
            all.put(id, new Kept(id, details, row.version()));
        }
        return all;
    }

    private Map<Long, Map<DayOfWeek, List<Hours>>> weeks() {
        Map<Long, Map<DayOfWeek, List<Hours>>> weeks = new HashMap<>();
        for (HoursRow row : rows.hours()) {
            weeks.computeIfAbsent(row.calendarId(), id -> new EnumMap<>(DayOfWeek.class))
                    .computeIfAbsent(DayOfWeek.valueOf(row.weekday()), day -> new ArrayList<>())
                    .add(new Hours(time(row.startMinute()), time(row.endMinute())));
        }
        return weeks;
    }

    private Map<Long, List<SpecialDay>> days() {
        Map<Long, List<SpecialDay>> days = new HashMap<>();
        for (DayRow row : rows.days()) {
            days.computeIfAbsent(row.calendarId(), id -> new ArrayList<>())
                    .add(
                            new SpecialDay(
                                    LocalDate.ofEpochDay(row.epochDay()),
                                    row.name(),
                                    row.hoursOf().map(DayOfWeek::valueOf)));
        }
        return days;
    }

    private static LocalTime time(int minute) {
        return LocalTime.ofSecondOfDay(minute * 60L);
    }

    private Map<TeamId, TeamCalendar> teams() {
        Map<TeamId, TeamCalendar> teams = new HashMap<>();
        for (CalendarRows.TeamRow row : rows.teams()) {
            TeamId team = new TeamId(row.teamId());
            Optional<CalendarId> calendar = row.calendarId().map(CalendarId::new);
            teams.put(team, new TeamCalendar(team, calendar, row.version()));
        }
        return teams;
    }
}
