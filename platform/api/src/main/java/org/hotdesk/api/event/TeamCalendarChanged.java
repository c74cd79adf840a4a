package org.hotdesk.api.event;

import org.hotdesk.api.calendar.TeamCalendar;

/** A team works by another calendar than before. */
public record TeamCalendarChanged(TeamCalendar calendar) implements Event {
    @Override
    public String subject() {
        return "team/" + calendar.team();
    }
}
