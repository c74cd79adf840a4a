package org.hotdesk.api.calendar;

import org.hotdesk.api.Words;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a calendar makes of one day.
 *
 * @param name of the holiday or the adjusted day; empty on others
 * @param hours those that begin on it
 */
public record CalendarDay(LocalDate day, Kind kind, Optional<Words> name, List<Hours> hours) {
    public CalendarDay {
        hours = List.copyOf(hours);
    }

    /** What kind of day it is. */
    public enum Kind {
        /** Worked as on every such weekday. */
        WORKING,
        /** A weekday that is not worked. */
        CLOSED,
        /** A day off, by country or by the calendar itself. */
        HOLIDAY,
        /** Takes the hours of another weekday. */
        ADJUSTED
    }
}
