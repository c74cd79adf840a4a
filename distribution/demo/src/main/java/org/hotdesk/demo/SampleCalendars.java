package org.hotdesk.demo;

import org.hotdesk.api.calendar.CalendarDetails;
import org.hotdesk.api.calendar.Calendars;
import org.hotdesk.api.calendar.Hours;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds two calendars to look at, unless there are some. No team works by them, so that the sample
 * shop answers at any hour.
 */
@Component(service = SampleCalendars.class, immediate = true)
public final class SampleCalendars {
    private static final Logger LOG = LoggerFactory.getLogger(SampleCalendars.class);

    @Activate
    public SampleCalendars(@Reference Calendars calendars) {
        Thread.ofVirtual().name("demo-calendars").start(() -> addTo(calendars));
    }

    private static void addTo(Calendars calendars) {
        try {
            if (calendars.list().isEmpty()) {
                calendars.add(
                        Accounts.ACTOR,
                        calendar("工作时间 · Office hours", 5, Hours.of("09:00", "18:00")));
                calendars.add(
                        Accounts.ACTOR,
                        calendar("夜班 · Night shift", 7, Hours.of("22:00", "06:00")));
            }
        } catch (RuntimeException failure) {
            LOG.error("The sample calendars could not be made.", failure);
        }
    }

    /** The same hours on the first days of the week. */
    private static CalendarDetails calendar(String name, int days, Hours hours) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (int day = 1; day <= days; day++) {
            week.put(DayOfWeek.of(day), List.of(hours));
        }
        return new CalendarDetails(
                name,
                ZoneId.of("Asia/Shanghai"),
                week,
                Optional.of("CN"),
                DayOfWeek.MONDAY,
                List.of());
    }
}
