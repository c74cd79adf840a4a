package org.hotdesk.api.calendar;

/** Identity of a business calendar. */
public record CalendarId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
