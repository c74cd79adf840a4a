package org.hotdesk.sla;

import org.hotdesk.api.calendar.CalendarId;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The tables of calendars. */
interface CalendarRows {

    /** A calendar. */
    record Row(
            long id,
            String name,
            String zone,
            Optional<String> country,
            String adjustedAs,
            long version) {}

    /** Some hours of a weekday. */
    record HoursRow(long calendarId, String weekday, int startMinute, int endMinute) {}

    /** A day of a calendar's own. */
    record DayRow(long calendarId, long epochDay, String name, Optional<String> hoursOf) {}

    /** Which calendar a team works by. */
    record TeamRow(long teamId, Optional<Long> calendarId, long version) {}

    @Query(
            "SELECT id, name, zone, country, adjusted_as, version FROM sla_calendar ORDER BY name, id")
    List<Row> calendars();

    @Query({
        "SELECT calendar_id, weekday, start_minute, end_minute FROM sla_calendar_hours",
        "ORDER BY calendar_id, weekday, start_minute"
    })
    List<HoursRow> hours();

    @Query({
        "SELECT calendar_id, epoch_day, name, hours_of FROM sla_calendar_day",
        "ORDER BY calendar_id, epoch_day"
    })
    List<DayRow> days();

    @Query("SELECT team_id, calendar_id, version FROM sla_team")
    List<TeamRow> teams();

    @Update(
            value = {
                "INSERT INTO sla_calendar (name, zone, country, adjusted_as, version) VALUES",
                "(#{row.name}, #{row.zone}, #{row.country}, #{row.adjustedAs}, 1)"
            },
            generatesKey = true)
    long insert(Row row);

    @Update({
        "UPDATE sla_calendar SET name = #{row.name}, zone = #{row.zone}, country = #{row.country},",
        "adjusted_as = #{row.adjustedAs}, version = version + 1",
        "WHERE id = #{row.id} AND version = #{row.version}"
    })
    boolean change(Row row);

    @Update("DELETE FROM sla_calendar_hours WHERE calendar_id = #{id}")
    void removeHours(CalendarId id);

    @Update("DELETE FROM sla_calendar_day WHERE calendar_id = #{id}")
    void removeDays(CalendarId id);

    @Update("DELETE FROM sla_calendar WHERE id = #{id} AND version = #{version}")
    boolean remove(CalendarId id, long version);

    @Update({
        "<script>INSERT INTO sla_calendar_hours (calendar_id, weekday, start_minute, end_minute)",
        "VALUES <foreach collection='rows' item='r' separator=','>",
        "(#{r.calendarId}, #{r.weekday}, #{r.startMinute}, #{r.endMinute})</foreach></script>"
    })
    void insertHours(Collection<HoursRow> rows);

    @Update({
        "<script>INSERT INTO sla_calendar_day (calendar_id, epoch_day, name, hours_of)",
        "VALUES <foreach collection='rows' item='r' separator=','>",
        "(#{r.calendarId}, #{r.epochDay}, #{r.name}, #{r.hoursOf})</foreach></script>"
    })
    void insertDays(Collection<DayRow> rows);

    /** Locks a calendar against being removed meanwhile. */
    @Query("SELECT id FROM sla_calendar WHERE id = #{id} FOR UPDATE")
    Optional<Long> lock(CalendarId id);

    @Query("SELECT version FROM sla_calendar WHERE id = #{id}")
    Optional<Long> version(CalendarId id);

    @Query("SELECT COUNT(*) FROM sla_team WHERE calendar_id = #{id}")
    long teamsOf(CalendarId id);

    @Update(
            "INSERT IGNORE INTO sla_team (team_id, calendar_id, version)"
                    + " VALUES (#{team}, NULL, 0)")
    void addTeam(TeamId team);

    @Update({
        "UPDATE sla_team SET calendar_id = #{calendar}, version = version + 1",
        "WHERE team_id = #{team} AND version = #{version}"
    })
    boolean assign(TeamId team, Optional<CalendarId> calendar, long version);
}
