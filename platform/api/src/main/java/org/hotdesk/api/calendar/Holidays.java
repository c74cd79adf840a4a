package org.hotdesk.api.calendar;

import org.osgi.annotation.versioning.ProviderType;

import java.time.LocalDate;
import java.util.List;

/** Public holidays by country, and what they make of the days of a calendar. */
@ProviderType
public interface Holidays {

    /** The countries, by English name. */
    List<HolidayCountry> countries();

    /** The parts of a country that have days of their own, by English name; may be empty. */
    List<HolidayCountry> parts(String country);

    /**
     * The days of a calendar, whether it is kept or only thought of.
     *
     * @param to the last day; at most 400 days after the first
     * @throws org.hotdesk.api.Fault INVALID when the details or the days break a rule
     */
    CalendarDays days(CalendarDetails details, LocalDate from, LocalDate to);
}
