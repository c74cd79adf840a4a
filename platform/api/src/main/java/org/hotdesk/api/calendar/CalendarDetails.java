package org.hotdesk.api.calendar;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people say about a business calendar.
 *
 * @param name 1 to 100 characters
 * @param week hours by the weekday on which they begin, up to 12 a day, without overlaps; a weekday
 *     that is missing is not worked
 * @param country whose public holidays are days off, as {@code CN} or {@code DE-BY}; empty for none
 * @param adjustedAs the weekday whose hours are worked where a country makes a day of rest a
 *     working day, as mainland China does
 * @param days up to 2,000 days of its own, each once
 */
public record CalendarDetails(
        String name,
        ZoneId zone,
        Map<DayOfWeek, List<Hours>> week,
        Optional<String> country,
        DayOfWeek adjustedAs,
        List<SpecialDay> days) {
    public CalendarDetails {
        var copy = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        week.forEach((day, hours) -> copy.put(day, List.copyOf(hours)));
        copy.values().removeIf(List::isEmpty);
        week = Collections.unmodifiableMap(copy);
        days = List.copyOf(days);
    }
}
