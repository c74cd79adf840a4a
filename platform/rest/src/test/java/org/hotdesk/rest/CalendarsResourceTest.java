package org.hotdesk.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.rest.RestServer.json;
import static org.hotdesk.rest.RestServer.send;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest.BodyPublishers;

class CalendarsResourceTest {
    private static final String OFFICE =
            "{'name': '办公', 'zone': 'Asia/Shanghai', 'country': 'CN',"
                    + " 'days': [{'day': '2026-12-24', 'name': '盘点'}],"
                    + " 'week': {'MONDAY': [{'from': '22:00', 'to': '06:00'}]}}";

    private RestServer server;

    @BeforeEach
    void start() throws Exception {
        var calendars = new FakeCalendars();
        var staff = new FakeStaff();
        server =
                new RestServer(
                        new CalendarsResource(
                                calendars,
                                calendars,
                                calendars,
                                staff,
                                new RestServer.DirectCreation()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_calendar_is_answered_as_it_was_sent_with_its_version() throws Exception {
        var answer = send(json(server.asAdmin("/calendars"), "POST", OFFICE));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(answer.body())
                .contains(
                        "\"week\":{\"MONDAY\":[{\"from\":\"22:00\",\"to\":\"06:00\"}]}",
                        "\"day\":\"2026-12-24\"",
                        "\"zone\":\"Asia/Shanghai\"",
                        "\"adjustedAs\":\"MONDAY\"",
                        "\"withoutNotice\":[2027]");
    }

    @Test
    void a_change_needs_the_version_that_was_read() throws Exception {
        send(json(server.asAdmin("/calendars"), "POST", OFFICE));

        assertThat(send(json(server.asAdmin("/calendars/1"), "PUT", OFFICE)).statusCode())
                .isEqualTo(428);
        var stale = server.asAdmin("/calendars/1").header("If-Match", "\"7\"");
        assertThat(send(json(stale, "PUT", OFFICE)).statusCode()).isEqualTo(412);
        var latest = server.asAdmin("/calendars/1").header("If-Match", "\"1\"");
        assertThat(send(json(latest, "PUT", OFFICE)).headers().firstValue("ETag"))
                .contains("\"2\"");
    }

    @Test
    void wrong_input_is_told_with_its_field() throws Exception {
        assertProblem(OFFICE.replace("Asia/Shanghai", "Asia/Nowhere"), "zone");
        assertProblem(OFFICE.replace("22:00", "22:00:30"), "week.MONDAY.0");
        assertProblem(OFFICE.replace("06:00", "six"), "week.MONDAY.0.to");
        assertProblem(OFFICE.replace("2026-12-24", "2026-02-30"), "days.0.day");
        assertProblem(OFFICE.replace("'country'", "'land'"), "land");
        assertProblem(OFFICE.replace("[{'from': '22:00', 'to': '06:00'}]", "null"), "week.MONDAY");
        assertProblem(OFFICE.replace("'days': [", "'days': [null, "), "days");
    }

    private void assertProblem(String body, String field) throws Exception {
        var answer = send(json(server.asAdmin("/calendars"), "POST", body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void days_are_asked_for_by_date() throws Exception {
        send(json(server.asAdmin("/calendars"), "POST", OFFICE));

        var days = send(server.asAdmin("/calendars/1/days?from=2026-11-23&to=2026-11-29"));
        assertThat(days.body()).contains("\"kind\":\"WORKING\"", "\"withoutNotice\":[2026]");
        var wrong = send(server.asAdmin("/calendars/1/days?from=2026-11-23"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("\"field\":\"to\"");
    }

    @Test
    void files_come_and_go_as_icalendar() throws Exception {
        send(json(server.asAdmin("/calendars"), "POST", OFFICE));

        var file = send(server.asAdmin("/calendars/1/file"));
        assertThat(file.body()).isEqualTo("办公");
        assertThat(file.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/calendar");
        var imported =
                send(
                        server.asAdmin("/calendars/1/file")
                                .header("If-Match", "\"1\"")
                                .header("Content-Type", "text/calendar")
                                .POST(BodyPublishers.ofString("12345")));
        assertThat(imported.body()).contains("\"added\":5");
    }
}
