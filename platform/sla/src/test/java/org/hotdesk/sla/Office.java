package org.hotdesk.sla;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.calendar.CalendarDetails;
import org.hotdesk.api.calendar.Hours;
import org.hotdesk.api.calendar.SpecialDay;
import org.hotdesk.api.event.Event;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Role;
import org.hotdesk.api.staff.Team;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.staff.Teams;
import org.hotdesk.persistence.TestDatabase;
import org.hotdesk.testkit.HandClock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The calendars over one test database; there is one team, and it is November 2026. */
final class Office {
    static final Actor BOSS = new Actor.Platform("test");
    static final Actor AGENT = new Actor.Agent(new AgentId(7), "Amy", Role.AGENT.permissions());
    static final TeamId TEAM = new TeamId(1);
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    final HandClock clock = HandClock.at("2026-11-22T09:00:00Z");
    final PublicHolidays holidays = new PublicHolidays();
    final CalendarBook calendars;
    final CalendarExchange files;
    private final List<Event> heard = new CopyOnWriteArrayList<>();

    Office(TestDatabase database) {
        calendars =
                new CalendarBook(
                        database.storage(CalendarBook.class).mapper(CalendarRows.class),
                        database.transactions(),
                        database.events(),
                        new OneTeam(),
                        holidays,
                        clock);
        files = new CalendarExchange(calendars, holidays, clock);
        database.listen(recorded -> heard.add(recorded.event()));
    }

    List<Event> heard() {
        return heard;
    }

    /** Monday to Friday, nine to six. */
    static Map<DayOfWeek, List<Hours>> workWeek() {
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                week.put(day, List.of(Hours.of("09:00", "18:00")));
            }
        }
        return week;
    }

    static CalendarDetails china(String name, SpecialDay... days) {
        return details(name, workWeek(), Optional.of("CN"), days);
    }

    static CalendarDetails details(
            String name,
            Map<DayOfWeek, List<Hours>> week,
            Optional<String> country,
            SpecialDay... days) {
        return new CalendarDetails(name, SHANGHAI, week, country, DayOfWeek.MONDAY, List.of(days));
    }

    static SpecialDay dayOff(String day, String name) {
        return new SpecialDay(LocalDate.parse(day), name, Optional.empty());
    }

    static SpecialDay worked(String day, String name, DayOfWeek hoursOf) {
        return new SpecialDay(LocalDate.parse(day), name, Optional.of(hoursOf));
    }

    static AbstractObjectAssert<?, Fault> assertRefused(
            Fault.Category category, ThrowingCallable request) {
        return assertThatThrownBy(request)
                .asInstanceOf(type(Fault.class))
                .matches(fault -> fault.category() == category, "is " + category);
    }

    private static final class OneTeam implements Teams {
        @Override
        public List<Team> list() {
            return List.of(new Team(TEAM, new Words("售前", "Pre-sales"), 1));
        }

        @Override
        public Optional<Team> find(TeamId id) {
            return list().stream().filter(team -> team.id().equals(id)).findFirst();
        }

        @Override
        public Team add(Actor actor, Words name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Team rename(Actor actor, TeamId id, long version, Words name) {
            throw new UnsupportedOperationException();
        }
    }
}
