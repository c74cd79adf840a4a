package org.hotdesk.sla;

import org.hotdesk.api.Words;
import org.hotdesk.api.calendar.BusinessCalendar;
import org.hotdesk.api.calendar.CalendarDay;
import org.hotdesk.api.calendar.CalendarDay.Kind;
import org.hotdesk.api.calendar.CalendarDetails;
import org.hotdesk.api.calendar.Hours;
import org.hotdesk.api.calendar.SpecialDay;
import org.hotdesk.sla.OfficialDays.OfficialYear;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the details of a calendar mean, day by day and for the arithmetic. */
final class WorkingDays {
    private final CalendarDetails details;
    private final Optional<OfficialDays> official;
    private final Map<LocalDate, SpecialDay> own;

    WorkingDays(CalendarDetails details, PublicHolidays holidays) {
        this.details = details;
        official = details.country().flatMap(holidays::of);
        own =
                details.days().stream()
                        .collect(Collectors.toMap(SpecialDay::day, Function.identity()));
    }

    /** For the arithmetic, with the public holidays of these years. */
    BusinessCalendar hours(int firstYear, int lastYear) {
        Set<LocalDate> off = new HashSet<>();
        Map<LocalDate, DayOfWeek> adjusted = new HashMap<>();
        for (int year = firstYear; year <= lastYear; year++) {
            OfficialYear days = official(year);
            off.addAll(days.off().keySet());
            days.worked().keySet().forEach(day -> adjusted.put(day, details.adjustedAs()));
        }
        off.removeAll(own.keySet());
        adjusted.keySet().removeAll(own.keySet());
        for (SpecialDay each : own.values()) {
            each.hoursOf()
                    .ifPresentOrElse(as -> adjusted.put(each.day(), as), () -> off.add(each.day()));
        }
        off.removeAll(adjusted.keySet());
        return BusinessCalendar.of(details.zone(), details.week(), off, adjusted);
    }

    CalendarDay day(LocalDate day) {
        SpecialDay special = own.get(day);
        if (special != null) {
            Optional<Words> name = Optional.of(new Words(special.name(), special.name()));
            return special.hoursOf()
                    .map(as -> new CalendarDay(day, Kind.ADJUSTED, name, hours(as)))
                    .orElseGet(() -> new CalendarDay(day, Kind.HOLIDAY, name, List.of()));
        }
        OfficialYear year = official(day.getYear());
        if (year.worked().containsKey(day)) {
            Optional<Words> name = Optional.of(year.worked().get(day));
            return new CalendarDay(day, Kind.ADJUSTED, name, hours(details.adjustedAs()));
        }
        if (year.off().containsKey(day)) {
            return new CalendarDay(day, Kind.HOLIDAY, Optional.of(year.off().get(day)), List.of());
        }
        List<Hours> hours = hours(day.getDayOfWeek());
        Kind kind = hours.isEmpty() ? Kind.CLOSED : Kind.WORKING;
        return new CalendarDay(day, kind, Optional.empty(), hours);
    }

    private List<Hours> hours(DayOfWeek day) {
        return details.week().getOrDefault(day, List.of());
    }

    private OfficialYear official(int year) {
        return official.map(days -> days.of(year)).orElse(OfficialYear.USUAL);
    }

    /** Those of these years for which the country has not said its days. */
    List<Integer> withoutNotice(int firstYear, int lastYear) {
        return IntStream.rangeClosed(firstYear, lastYear)
                .filter(year -> official.isPresent() && !official.get().knows(year))
                .boxed()
                .toList();
    }
}
