package org.hotdesk.api.event;

import org.hotdesk.api.calendar.CalendarId;

/**
 * A business calendar was added, changed or removed.
 *
 * @param version of the calendar that there is now; when it was removed, the last that there was
 */
public record CalendarChanged(CalendarId calendar, String name, long version, boolean removed)
        implements Event {
    @Override
    public String subject() {
        return "calendar/" + calendar;
    }
}
