package org.hotdesk.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Page;
import org.hotdesk.api.Words;
import org.hotdesk.api.calendar.Calendar;
import org.hotdesk.api.calendar.CalendarDays;
import org.hotdesk.api.calendar.CalendarDetails;
import org.hotdesk.api.calendar.CalendarFiles;
import org.hotdesk.api.calendar.CalendarFiles.Imported;
import org.hotdesk.api.calendar.CalendarId;
import org.hotdesk.api.calendar.Calendars;
import org.hotdesk.api.calendar.HolidayCountry;
import org.hotdesk.api.calendar.Holidays;
import org.hotdesk.api.calendar.Hours;
import org.hotdesk.api.calendar.SpecialDay;
import org.hotdesk.api.calendar.TeamCalendar;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.staff.Teams;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Business calendars, what they make of days, and which team works by which. */
@Component(service = Resource.class)
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CalendarsResource implements Resource {
    private static final String ICALENDAR = "text/calendar";

    private final Calendars calendars;
    private final Holidays holidays;
    private final CalendarFiles files;
    private final Teams teams;
    private final Creation creation;

    record CalendarInput(
            String name,
            ZoneId zone,
            Map<DayOfWeek, List<Hours>> week,
            Optional<String> country,
            Optional<DayOfWeek> adjustedAs,
            List<SpecialDay> days) {
        CalendarDetails details() {
            week.forEach((day, hours) -> refuseNulls("week." + day, hours));
            refuseNulls("days", days);
            return new CalendarDetails(
                    name, zone, week, country, adjustedAs.orElse(DayOfWeek.MONDAY), days);
        }
    }

    private static void refuseNulls(String field, @Nullable List<?> list) {
        if (list == null || list.stream().anyMatch(Objects::isNull)) {
            throw Fault.invalid(
                    field, "wrong-type", new Words("此处不能为空。", "Nothing may be null here."));
        }
    }

    record TeamCalendarInput(Optional<CalendarId> calendar) {}

    @Activate
    public CalendarsResource(
            @Reference Calendars calendars,
            @Reference Holidays holidays,
            @Reference CalendarFiles files,
            @Reference Teams teams,
            @Reference Creation creation) {
        this.calendars = calendars;
        this.holidays = holidays;
        this.files = files;
        this.teams = teams;
        this.creation = creation;
    }

    @GET
    @Path("calendars")
    @Operation("All business calendars, by name")
    public Page<Calendar> list(@Context Caller caller) {
        caller.agent();
        return new Page<>(calendars.list(), Optional.empty());
    }

    @POST
    @Path("calendars")
    @Operation(value = "Adds a business calendar", status = 201)
    public Calendar add(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            CalendarInput input) {
        var actor = caller.agent();
        return creation.once(
                actor,
                Optional.ofNullable(key),
                input,
                Calendar.class,
                () -> calendars.add(actor, input.details()));
    }

    @GET
    @Path("calendars/{id}")
    @Operation("One business calendar")
    public Calendar find(@Context Caller caller, @PathParam("id") CalendarId id) {
        caller.agent();
        return found(id);
    }

    private Calendar found(CalendarId id) {
        return calendars.find(id).orElseThrow(() -> Fault.notFound("calendar", id));
    }

    @PUT
    @Path("calendars/{id}")
    @Operation("Changes a business calendar")
    public Calendar change(
            @Context Caller caller,
            @PathParam("id") CalendarId id,
            @HeaderParam("If-Match") @Nullable String version,
            CalendarInput input) {
        return calendars.change(caller.agent(), id, Versions.expected(version), input.details());
    }

    @DELETE
    @Path("calendars/{id}")
    @Operation(value = "Removes a business calendar that no team works by", status = 204)
    public void remove(
            @Context Caller caller,
            @PathParam("id") CalendarId id,
            @HeaderParam("If-Match") @Nullable String version) {
        calendars.remove(caller.agent(), id, Versions.expected(version));
    }

    @GET
    @Path("calendars/{id}/days")
    @Operation("What a calendar makes of the days from one to another, at most 400 later")
    public CalendarDays days(
            @Context Caller caller,
            @PathParam("id") CalendarId id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        caller.agent();
        return holidays.days(found(id).details(), day("from", from), day("to", to));
    }

    @POST
    @Path("calendars/preview")
    @Operation("What a calendar would make of the days from one to another; keeps nothing")
    public CalendarDays preview(
            @Context Caller caller,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            CalendarInput input) {
        caller.agent();
        return holidays.days(input.details(), day("from", from), day("to", to));
    }

    private static LocalDate day(String field, @Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException none) {
            throw Fault.invalid(
                    field,
                    "bad-day",
                    new Words("日期的写法如 2026-10-01。", "Give a day as in 2026-10-01."));
        }
    }

    @GET
    @Path("calendars/{id}/file")
    @Produces(ICALENDAR)
    @Operation(value = "The calendar as an iCalendar file", answer = String.class)
    public Response export(@Context Caller caller, @PathParam("id") CalendarId id) {
        caller.agent();
        return Response.ok(files.export(id), ICALENDAR + ";charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"calendar-" + id + ".ics\"")
                .build();
    }

    /** Natural to repeat: the same days once more change nothing but the version. */
    @POST
    @Path("calendars/{id}/file")
    @Consumes(ICALENDAR)
    @Operation("Takes the all-day events of an iCalendar file as days of the calendar")
    public Imported importDays(
            @Context Caller caller,
            @PathParam("id") CalendarId id,
            @HeaderParam("If-Match") @Nullable String version,
            String file) {
        return files.importDays(caller.agent(), id, Versions.expected(version), file);
    }

    @GET
    @Path("holiday-countries")
    @Operation("The countries whose public holidays are known")
    public Page<HolidayCountry> countries(@Context Caller caller) {
        caller.agent();
        return new Page<>(holidays.countries(), Optional.empty());
    }

    @GET
    @Path("holiday-countries/{code}/parts")
    @Operation("The parts of a country that have public holidays of their own")
    public Page<HolidayCountry> parts(@Context Caller caller, @PathParam("code") String code) {
        caller.agent();
        return new Page<>(holidays.parts(code), Optional.empty());
    }

    @GET
    @Path("teams/{id}/calendar")
    @Operation("Which calendar a team works by; none: the team is always there")
    public TeamCalendar ofTeam(@Context Caller caller, @PathParam("id") TeamId id) {
        caller.agent();
        var team = teams.find(id).orElseThrow(() -> Fault.notFound("team", id));
        return calendars.of(team.id());
    }

    @PUT
    @Path("teams/{id}/calendar")
    @Operation("Lets a team work by a calendar, or by none")
    public TeamCalendar assign(
            @Context Caller caller,
            @PathParam("id") TeamId id,
            @HeaderParam("If-Match") @Nullable String version,
            TeamCalendarInput input) {
        return calendars.assign(caller.agent(), id, Versions.expected(version), input.calendar());
    }
}
