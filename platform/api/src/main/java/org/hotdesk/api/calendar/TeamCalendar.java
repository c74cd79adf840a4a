package org.hotdesk.api.calendar;

import org.hotdesk.api.staff.TeamId;

import java.util.Optional;

/**
 * Which calendar a team works by.
 *
 * @param calendar empty: the team is always there
 * @param version grows with every change; 0 before the first
 */
public record TeamCalendar(TeamId team, Optional<CalendarId> calendar, long version) {}
