package org.hotdesk.sla;

import org.hotdesk.api.calendar.CalendarDays;
import org.hotdesk.api.calendar.CalendarDetails;
import org.hotdesk.api.calendar.HolidayCountry;
import org.hotdesk.api.calendar.Holidays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.LocalDate;
import java.util.List;

/** Tells what calendars make of days. */
@Component
public final class HolidayDesk implements Holidays {
    private final PublicHolidays holidays;

    @Activate
    public HolidayDesk(@Reference PublicHolidays holidays) {
        this.holidays = holidays;
    }

    @Override
    public List<HolidayCountry> countries() {
        return holidays.countries();
    }

    @Override
    public List<HolidayCountry> parts(String country) {
        return holidays.parts(country);
    }

    @Override
    public CalendarDays days(CalendarDetails details, LocalDate from, LocalDate to) {
        CalendarRules.check(details, holidays);
        CalendarRules.checkSpan(from, to);
        WorkingDays days = new WorkingDays(details, holidays);
        return new CalendarDays(
                from.datesUntil(to.plusDays(1)).map(days::day).toList(),
                days.withoutNotice(from.getYear(), to.getYear()));
    }
}
