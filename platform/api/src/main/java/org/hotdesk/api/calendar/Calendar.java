package org.hotdesk.api.calendar;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A business calendar as it is kept.
 *
 * @param withoutNotice of this year and the next, those for which the country has not said its days
 *     yet: until it does, their weeks are as usual; empty where a rule tells the days of every year
 * @param version grows with every change
 * @see CalendarDetails for the rest
 */
public record Calendar(
        CalendarId id,
        String name,
        ZoneId zone,
        Map<DayOfWeek, List<Hours>> week,
        Optional<String> country,
        DayOfWeek adjustedAs,
        List<SpecialDay> days,
        List<Integer> withoutNotice,
        long version) {
    public Calendar {
        var copy = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        copy.putAll(week);
        week = Collections.unmodifiableMap(copy);
        days = List.copyOf(days);
        withoutNotice = List.copyOf(withoutNotice);
    }

    /** A calendar of these details. */
    public static Calendar of(
            CalendarId id, CalendarDetails details, List<Integer> withoutNotice, long version) {
        return new Calendar(
                id,
                details.name(),
                details.zone(),
                details.week(),
                details.country(),
                details.adjustedAs(),
                details.days(),
                withoutNotice,
                version);
    }

    /** What people say about it. */
    public CalendarDetails details() {
        return new CalendarDetails(name, zone, week, country, adjustedAs, days);
    }
}
