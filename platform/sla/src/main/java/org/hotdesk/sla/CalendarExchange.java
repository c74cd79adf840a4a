package org.hotdesk.sla;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Permission;
import org.hotdesk.api.Words;
import org.hotdesk.api.calendar.Calendar;
import org.hotdesk.api.calendar.CalendarDay;
import org.hotdesk.api.calendar.CalendarDay.Kind;
import org.hotdesk.api.calendar.CalendarDetails;
import org.hotdesk.api.calendar.CalendarFiles;
import org.hotdesk.api.calendar.CalendarId;
import org.hotdesk.api.calendar.Calendars;
import org.hotdesk.api.calendar.SpecialDay;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Takes days from iCalendar files and gives calendars as such. */
@Component
public final class CalendarExchange implements CalendarFiles {
    private static final int LONGEST_FILE = 1_000_000;

    private final Calendars calendars;
    private final PublicHolidays holidays;
    private final Clock clock;

    @Activate
    public CalendarExchange(@Reference Calendars calendars, @Reference PublicHolidays holidays) {
        this(calendars, holidays, Clock.systemUTC());
    }

    CalendarExchange(Calendars calendars, PublicHolidays holidays, Clock clock) {
        this.calendars = calendars;
        this.holidays = holidays;
        this.clock = clock;
    }

    @Override
    public Imported importDays(Actor actor, CalendarId id, long version, String file) {
        actor.require(Permission.CALENDAR_MANAGE);
        Calendar calendar = calendar(id);
        if (file.length() > LONGEST_FILE) {
            throw Fault.of(
                    Fault.Category.TOO_LARGE,
                    "too-large",
                    new Words("日历文件最大 1 MB。", "A calendar file has at most 1 MB."));
        }
        IcalReader reader = new IcalReader(LocalDate.of(year() + 10, 12, 31));
        inBundle(
                () -> {
                    reader.read(file);
                    return reader;
                });
        Map<LocalDate, SpecialDay> days = new TreeMap<>();
        calendar.days().forEach(day -> days.put(day.day(), day));
        int before = days.size();
        List<SpecialDay> read = reader.days();
        read.forEach(day -> days.put(day.day(), day));
        int added = days.size() - before;
        Calendar changed = calendars.change(actor, id, version, with(calendar, days));
        return new Imported(changed, added, read.size() - added, reader.skipped());
    }

    private static CalendarDetails with(Calendar calendar, Map<LocalDate, SpecialDay> days) {
        return new CalendarDetails(
                calendar.name(),
                calendar.zone(),
                calendar.week(),
                calendar.country(),
                calendar.adjustedAs(),
                new ArrayList<>(days.values()));
    }

    @Override
    public String export(CalendarId id) {
        CalendarDetails details = calendar(id).details();
        WorkingDays days = new WorkingDays(details, holidays);
        LocalDate from = LocalDate.of(year() - 1, 1, 1);
        Set<LocalDate> dates = new TreeSet<>();
        details.days().forEach(day -> dates.add(day.day()));
        from.datesUntil(LocalDate.of(year() + 2, 12, 31).plusDays(1)).forEach(dates::add);
        List<CalendarDay> special =
                dates.stream()
                        .map(days::day)
                        .filter(day -> day.kind() == Kind.HOLIDAY || day.kind() == Kind.ADJUSTED)
                        .toList();
        return inBundle(
                () ->
                        new IcalWriter(details, special, from, "calendar-" + id + "@hotdesk")
                                .write());
    }

    private Calendar calendar(CalendarId id) {
        return calendars.find(id).orElseThrow(() -> Fault.notFound("calendar", id));
    }

    private int year() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
    }

    /** The library looks for its parts with the thread's class loader. */
    private static <T> T inBundle(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(CalendarExchange.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
