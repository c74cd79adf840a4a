package org.hotdesk.api.calendar;

import java.util.List;

/**
 * What a calendar makes of some days, in order.
 *
 * @param withoutNotice the years among them for which the country has not said its days yet
 */
public record CalendarDays(List<CalendarDay> days, List<Integer> withoutNotice) {
    public CalendarDays {
        days = List.copyOf(days);
        withoutNotice = List.copyOf(withoutNotice);
    }
}
