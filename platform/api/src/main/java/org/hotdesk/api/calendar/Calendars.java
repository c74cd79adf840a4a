package org.hotdesk.api.calendar;

import org.hotdesk.api.Actor;
import org.hotdesk.api.staff.TeamId;
import org.osgi.annotation.versioning.ProviderType;

import java.util.List;
import java.util.Optional;

/**
 * The business calendars, and which team works by which. Changes need {@code calendar.manage};
 * anybody may know when somebody is at work. Thread-safe.
 */
@ProviderType
public interface Calendars {

    /** All calendars, by name. */
    List<Calendar> list();

    /** One calendar; empty when there is none with this id. */
    Optional<Calendar> find(CalendarId id);

    /**
     * Adds a calendar.
     *
     * @throws org.hotdesk.api.Fault INVALID with the field that breaks a rule
     */
    Calendar add(Actor actor, CalendarDetails details);

    /**
     * Changes a calendar; holds from the next question on.
     *
     * @param version the version that was read
     * @throws org.hotdesk.api.Fault STALE when it has been changed since; INVALID; NOT_FOUND
     */
    Calendar change(Actor actor, CalendarId id, long version, CalendarDetails details);

    /**
     * Removes a calendar.
     *
     * @throws org.hotdesk.api.Fault CONFLICT when a team works by it; STALE; NOT_FOUND
     */
    void remove(Actor actor, CalendarId id, long version);

    /**
     * The hours of a calendar, public holidays included from 2000 until ten years ahead.
     *
     * <p>Made once for a version and kept, so ask anew for each use.
     *
     * @return empty when there is no such calendar
     */
    Optional<BusinessCalendar> hours(CalendarId id);

    /** The hours of the calendar that a team works by; empty: the team is always there. */
    Optional<BusinessCalendar> hours(TeamId team);

    /** Which calendar a team works by. */
    TeamCalendar of(TeamId team);

    /**
     * Lets a team work by a calendar, or without one.
     *
     * @param version the version that was read; 0 when the team never had one
     * @throws org.hotdesk.api.Fault STALE when it has been changed since; NOT_FOUND
     */
    TeamCalendar assign(Actor actor, TeamId team, long version, Optional<CalendarId> calendar);
}
