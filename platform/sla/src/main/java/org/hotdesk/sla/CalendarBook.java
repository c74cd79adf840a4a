package org.hotdesk.sla;

import static org.hotdesk.api.Permission.CALENDAR_MANAGE;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.calendar.BusinessCalendar;
import org.hotdesk.api.calendar.Calendar;
import org.hotdesk.api.calendar.CalendarDetails;
import org.hotdesk.api.calendar.CalendarId;
import org.hotdesk.api.calendar.Calendars;
import org.hotdesk.api.calendar.SpecialDay;
import org.hotdesk.api.calendar.TeamCalendar;
import org.hotdesk.api.event.CalendarChanged;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.TeamCalendarChanged;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.staff.Teams;
import org.hotdesk.api.storage.Storage;
import org.hotdesk.api.storage.Transactions;
import org.hotdesk.sla.CalendarRows.DayRow;
import org.hotdesk.sla.CalendarRows.HoursRow;
import org.hotdesk.sla.CalendarRows.Row;
import org.hotdesk.sla.CalendarShelf.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The calendars in the database. */
@Component
public final class CalendarBook implements Calendars {
    private static final int FIRST_YEAR = 2000;
    private static final int YEARS_AHEAD = 10;

    /** The arithmetic of a version of a calendar, made in a year. */
    private record Made(long version, int year, BusinessCalendar hours) {}

    private final CalendarRows rows;
    private final Transactions transactions;
    private final Events events;
    private final Teams teams;
    private final PublicHolidays holidays;
    private final Clock clock;
    private final CalendarShelf shelf;
    private final Map<CalendarId, Made> made = new ConcurrentHashMap<>();

    @Activate
    public CalendarBook(
            @Reference Storage storage,
            @Reference Transactions transactions,
            @Reference Events events,
            @Reference Teams teams,
            @Reference PublicHolidays holidays) {
        this(
                storage.mapper(CalendarRows.class),
                transactions,
                events,
                teams,
                holidays,
                Clock.systemUTC());
    }

    // checkstyle off: ParameterNumber, because they are the services and the clock of the component
    CalendarBook(
            CalendarRows rows,
            Transactions transactions,
            Events events,
            Teams teams,
            PublicHolidays holidays,
            Clock clock) {
        // checkstyle on: ParameterNumber
        this.rows = rows;
        this.transactions = transactions;
        this.events = events;
        this.teams = teams;
        this.holidays = holidays;
        this.clock = clock;
        shelf = new CalendarShelf(rows, clock);
    }

    @Override
    public List<Calendar> list() {
        return shelf.reading().calendars().values().stream().map(this::calendar).toList();
    }

    @Override
    public Optional<Calendar> find(CalendarId id) {
        return Optional.ofNullable(shelf.reading().calendars().get(id)).map(this::calendar);
    }

    private Calendar calendar(Kept kept) {
        return calendar(kept.id(), kept.details(), kept.version());
    }

    private Calendar calendar(CalendarId id, CalendarDetails details, long version) {
        int year = year();
        List<Integer> open = new WorkingDays(details, holidays).withoutNotice(year, year + 1);
        return Calendar.of(id, details, open, version);
    }

    private int year() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
    }

    @Override
    public Calendar add(Actor actor, CalendarDetails details) {
        actor.require(CALENDAR_MANAGE);
        CalendarRules.check(details, holidays);
        return transactions.run(
                () -> {
                    CalendarId id = new CalendarId(rows.insert(row(new CalendarId(0), details, 1)));
                    insertDays(id, details);
                    return recorded(actor, calendar(id, details, 1));
                });
    }

    @Override
    public Calendar change(Actor actor, CalendarId id, long version, CalendarDetails details) {
        actor.require(CALENDAR_MANAGE);
        CalendarRules.check(details, holidays);
        return transactions.run(
                () -> {
                    if (!rows.change(row(id, details, version))) {
                        throw refused(id);
                    }
                    rows.removeHours(id);
                    rows.removeDays(id);
                    insertDays(id, details);
                    return recorded(actor, calendar(id, details, version + 1));
                });
    }

    private static Row row(CalendarId id, CalendarDetails details, long version) {
        return new Row(
                id.value(),
                details.name(),
                details.zone().getId(),
                details.country(),
                details.adjustedAs().name(),
                version);
    }

    private void insertDays(CalendarId id, CalendarDetails details) {
        List<HoursRow> hours = new ArrayList<>();
        details.week()
                .forEach(
                        (day, spans) ->
                                spans.forEach(
                                        span ->
                                                hours.add(
                                                        new HoursRow(
                                                                id.value(),
                                                                day.name(),
                                                                minute(span.from()),
                                                                minute(span.to())))));
        if (!hours.isEmpty()) {
            rows.insertHours(hours);
        }
        List<DayRow> days = details.days().stream().map(day -> row(id, day)).toList();
        if (!days.isEmpty()) {
            rows.insertDays(days);
        }
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static DayRow row(CalendarId id, SpecialDay day) {
        return new DayRow(
                id.value(), day.day().toEpochDay(), day.name(), day.hoursOf().map(Enum::name));
    }

    private Fault refused(CalendarId id) {
        return rows.version(id).isPresent()
                ? Fault.stale("calendar", id)
                : Fault.notFound("calendar", id);
    }

    private Calendar recorded(Actor actor, Calendar calendar) {
        record(actor, calendar, false);
        return calendar;
    }

    private void record(Actor actor, Calendar calendar, boolean removed) {
        events.record(
                actor,
                new CalendarChanged(calendar.id(), calendar.name(), calendar.version(), removed));
        transactions.afterCommit(shelf::changed);
    }

    @Override
    public void remove(Actor actor, CalendarId id, long version) {
        actor.require(CALENDAR_MANAGE);
        Calendar calendar = find(id).orElseThrow(() -> Fault.notFound("calendar", id));
        transactions.run(
                () -> {
                    rows.lock(id);
                    if (rows.teamsOf(id) > 0) {
                        throw Fault.of(
                                Fault.Category.CONFLICT,
                                "calendar-in-use",
                                new Words(
                                        "有团队正在使用这个日历，请先为其换一个。",
                                        "A team works by this calendar; give it another one first."));
                    }
                    rows.removeHours(id);
                    rows.removeDays(id);
                    if (!rows.remove(id, version)) {
                        throw refused(id);
                    }
                    record(actor, calendar, true);
                });
        made.remove(id);
    }

    @Override
    public Optional<BusinessCalendar> hours(CalendarId id) {
        Kept kept = shelf.reading().calendars().get(id);
        if (kept == null) {
            return Optional.empty();
        }
        int year = year();
        Made known = made.get(id);
        if (known == null || known.version() != kept.version() || known.year() != year) {
            BusinessCalendar hours =
                    new WorkingDays(kept.details(), holidays).hours(FIRST_YEAR, year + YEARS_AHEAD);
            known = new Made(kept.version(), year, hours);
            made.put(id, known);
        }
        return Optional.of(known.hours());
    }

    @Override
    public Optional<BusinessCalendar> hours(TeamId team) {
        return of(team).calendar().flatMap(this::hours);
    }

    @Override
    public TeamCalendar of(TeamId team) {
        return shelf.reading()
                .teams()
                .getOrDefault(team, new TeamCalendar(team, Optional.empty(), 0));
    }

    @Override
    public TeamCalendar assign(
            Actor actor, TeamId team, long version, Optional<CalendarId> calendar) {
        actor.require(CALENDAR_MANAGE);
        if (teams.find(team).isEmpty()) {
            throw Fault.notFound("team", team);
        }
        return transactions.run(
                () -> {
                    calendar.ifPresent(this::lock);
                    rows.addTeam(team);
                    if (!rows.assign(team, calendar, version)) {
                        throw Fault.stale("team-calendar", team);
                    }
                    TeamCalendar now = new TeamCalendar(team, calendar, version + 1);
                    events.record(actor, new TeamCalendarChanged(now));
                    transactions.afterCommit(shelf::changed);
                    return now;
                });
    }

    /** Nobody removes it while a team is given it. */
    private void lock(CalendarId id) {
        if (rows.lock(id).isEmpty()) {
            throw Fault.invalid(
                    "calendar",
                    "calendar-unknown",
                    new Words("没有日历 " + id + "。", "There is no calendar " + id + "."));
        }
    }
}
