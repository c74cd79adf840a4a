package org.hotdesk.api.calendar;

import org.hotdesk.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

import java.util.List;

/** Business calendars as iCalendar files (RFC 5545). */
@ProviderType
public interface CalendarFiles {

    /**
     * Takes the all-day events of a file as days off, or as working days where they carry {@code
     * X-HOTDESK-HOURS-OF} with a weekday such as {@code MO}. A day that is there already is
     * replaced; recurring events are taken until ten years ahead.
     *
     * @param version the version of the calendar that was read
     * @throws org.hotdesk.api.Fault INVALID when this is no such file or the days become too many;
     *     STALE; NOT_FOUND
     */
    Imported importDays(Actor actor, CalendarId id, long version, String file);

    /**
     * What an import did.
     *
     * @param skipped events that are no days, at most 20 of them, each with the reason
     */
    record Imported(Calendar calendar, int added, int replaced, List<Skipped> skipped) {
        public Imported {
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * An event that was not taken.
     *
     * @param reason one of {@code not-all-day, cancelled, no-start, out-of-range}
     */
    record Skipped(String name, String reason) {}

    /**
     * The file of a calendar: its hours as weekly events, its days off and adjusted days as all-day
     * events; public holidays from last year until the year after the next.
     *
     * @throws org.hotdesk.api.Fault NOT_FOUND
     */
    String export(CalendarId id);
}
