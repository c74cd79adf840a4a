package org.hotdesk.sla;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

import org.hotdesk.api.calendar.CalendarDay;
import org.hotdesk.api.calendar.CalendarDay.Kind;
import org.hotdesk.api.calendar.CalendarDetails;
import org.hotdesk.api.calendar.Hours;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** Writes a calendar as an iCalendar file that other calendars show as it is meant. */
final class IcalWriter {
    private final CalendarDetails details;
    private final List<CalendarDay> special;
    private final LocalDate from;
    private final String id;
    private final Calendar file = new Calendar();

    /**
     * A writer.
     *
     * @param special days off and adjusted days, in order
     * @param from the first day of the weekly hours
     * @param id what makes the events' ids unique
     */
    IcalWriter(CalendarDetails details, List<CalendarDay> special, LocalDate from, String id) {
        this.details = details;
        this.special = special;
        this.from = from;
        this.id = id;
    }

    String write() {
        file.add(new ProdId("-//Hotdesk//Business calendar//EN"));
        file.add(ImmutableVersion.VERSION_2_0);
        file.add(ImmutableCalScale.GREGORIAN);
        file.add(new XProperty("X-WR-CALNAME", details.name()));
        file.add(new XProperty("X-WR-TIMEZONE", details.zone().getId()));
        TimeZone zone =
                TimeZoneRegistryFactory.getInstance()
                        .createRegistry()
                        .getTimeZone(details.zone().getId());
        if (zone != null) {
            file.add(zone.getVTimeZone());
        }
        details.week().forEach((day, hours) -> hours.forEach(each -> weekly(day, each)));
        special.forEach(this::day);
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false).output(file, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private void weekly(DayOfWeek day, Hours hours) {
        LocalDate first = from.with(TemporalAdjusters.nextOrSame(day));
        String code = day.name().substring(0, 2);
        VEvent event = hours(first, hours, code + "-" + hours.from());
        event.add(new RRule<ZonedDateTime>("FREQ=WEEKLY;BYDAY=" + code));
        List<ZonedDateTime> without =
                special.stream()
                        .map(CalendarDay::day)
                        .filter(each -> each.getDayOfWeek() == day && !each.isBefore(first))
                        .map(each -> each.atTime(hours.from()).atZone(details.zone()))
                        .toList();
        if (!without.isEmpty()) {
            event.add(
                    new ExDate<>(
                            new ParameterList(List.of(new TzId(details.zone().getId()))),
                            new DateList<>(without)));
        }
        file.add(event);
    }

    private VEvent hours(LocalDate day, Hours hours, String name) {
        boolean nextDay = !hours.to().isAfter(hours.from());
        VEvent event =
                new VEvent(
                        day.atTime(hours.from()).atZone(details.zone()),
                        day.plusDays(nextDay ? 1 : 0).atTime(hours.to()).atZone(details.zone()),
                        details.name());
        event.add(new Uid(id + "-" + name));
        event.add(new Categories("OPEN"));
        return event;
    }

    private void day(CalendarDay day) {
        String name = day.name().map(words -> words.zhCn()).orElse(details.name());
        VEvent event = new VEvent(day.day(), name);
        event.add(new Uid(id + "-" + day.day()));
        if (day.kind() == Kind.ADJUSTED) {
            event.add(new Categories("ADJUSTED-WORKDAY"));
            event.add(new XProperty(IcalReader.HOURS_OF, hoursOf(day)));
            for (Hours hours : day.hours()) {
                file.add(hours(day.day(), hours, day.day() + "-" + hours.from()));
            }
        } else {
            event.add(new Categories("HOLIDAY"));
        }
        file.add(event);
    }

    private String hoursOf(CalendarDay day) {
        DayOfWeek as =
                details.days().stream()
                        .filter(own -> own.day().equals(day.day()))
                        .findFirst()
                        .flatMap(own -> own.hoursOf())
                        .orElse(details.adjustedAs());
        return as.name().substring(0, 2);
    }
}
