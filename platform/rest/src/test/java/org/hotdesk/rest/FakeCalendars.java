package org.hotdesk.rest;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.calendar.BusinessCalendar;
import org.hotdesk.api.calendar.Calendar;
import org.hotdesk.api.calendar.CalendarDay;
import org.hotdesk.api.calendar.CalendarDays;
import org.hotdesk.api.calendar.CalendarDetails;
import org.hotdesk.api.calendar.CalendarFiles;
import org.hotdesk.api.calendar.CalendarId;
import org.hotdesk.api.calendar.Calendars;
import org.hotdesk.api.calendar.HolidayCountry;
import org.hotdesk.api.calendar.Holidays;
import org.hotdesk.api.calendar.TeamCalendar;
import org.hotdesk.api.staff.TeamId;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One calendar at most, in memory; files are its name. */
final class FakeCalendars implements Calendars, Holidays, CalendarFiles {
    private volatile Optional<Calendar> kept = Optional.empty();

    @Override
    public List<Calendar> list() {
        return kept.stream().toList();
    }

    @Override
    public Optional<Calendar> find(CalendarId id) {
        return kept.filter(calendar -> calendar.id().equals(id));
    }

    @Override
    public Calendar add(Actor actor, CalendarDetails details) {
        return keep(Calendar.of(new CalendarId(1), details, List.of(2027), 1));
    }

    private Calendar keep(Calendar calendar) {
        kept = Optional.of(calendar);
        return calendar;
    }

    @Override
    public Calendar change(Actor actor, CalendarId id, long version, CalendarDetails details) {
        if (kept.orElseThrow().version() != version) {
            throw Fault.stale("calendar", id);
        }
        return keep(Calendar.of(id, details, List.of(), version + 1));
    }

    @Override
    public void remove(Actor actor, CalendarId id, long version) {
        kept = Optional.empty();
    }

    @Override
    public Optional<BusinessCalendar> hours(CalendarId id) {
        return Optional.empty();
    }

    @Override
    public Optional<BusinessCalendar> hours(TeamId team) {
        return Optional.empty();
    }

    @Override
    public TeamCalendar of(TeamId team) {
        return new TeamCalendar(team, Optional.empty(), 0);
    }

    @Override
    public TeamCalendar assign(
            Actor actor, TeamId team, long version, Optional<CalendarId> calendar) {
        return new TeamCalendar(team, calendar, version + 1);
    }

    @Override
    public List<HolidayCountry> countries() {
        return List.of();
    }

    @Override
    public List<HolidayCountry> parts(String country) {
        return List.of();
    }

    @Override
    public CalendarDays days(CalendarDetails details, LocalDate from, LocalDate to) {
        var day =
                new CalendarDay(
                        from,
                        CalendarDay.Kind.WORKING,
                        Optional.empty(),
                        details.week().getOrDefault(from.getDayOfWeek(), List.of()));
        return new CalendarDays(List.of(day), List.of(to.getYear()));
    }

    @Override
    public Imported importDays(Actor actor, CalendarId id, long version, String file) {
        return new Imported(kept.orElseThrow(), file.length(), 0, List.of());
    }

    @Override
    public String export(CalendarId id) {
        return kept.orElseThrow().name();
    }
}
