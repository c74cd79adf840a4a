package org.hotdesk.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.api.Fault.Category.CONFLICT;
import static org.hotdesk.api.Fault.Category.FORBIDDEN;
import static org.hotdesk.api.Fault.Category.INVALID;
import static org.hotdesk.api.Fault.Category.NOT_FOUND;
import static org.hotdesk.api.Fault.Category.STALE;
import static org.hotdesk.staff.Faults.assertRefused;
import static org.hotdesk.staff.StaffRoom.BOSS;
import static org.hotdesk.staff.StaffRoom.PASSWORD;
import static org.hotdesk.staff.StaffRoom.administrator;
import static org.hotdesk.staff.StaffRoom.agentNamed;
import static org.hotdesk.staff.StaffRoom.as;
import static org.hotdesk.staff.StaffRoom.details;
import static org.hotdesk.staff.StaffRoom.inactive;

import org.hotdesk.api.event.AgentChanged;
import org.hotdesk.api.event.PresenceChanged;
import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.AgentDetails;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.PresenceState;
import org.hotdesk.api.staff.Role;
import org.hotdesk.api.staff.SkillLevel;
import org.hotdesk.api.staff.Team;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

@OnBothDatabases
class AgentDirectoryTest {
    private StaffRoom room;

    @BeforeEach
    void open(TestDatabase database) {
        room = new StaffRoom(database);
        room.add(administrator("boss"));
    }

    @Test
    void an_agent_is_found_as_it_was_added() {
        Team team = room.team("售后");
        var wanted =
                new AgentDetails(
                        "fang",
                        "王芳",
                        Role.AGENT,
                        Set.of(team.id()),
                        List.of(new SkillLevel("退货", 5), new SkillLevel("english", 2)),
                        5,
                        true);

        Agent added = room.agents.add(BOSS, wanted, PASSWORD);

        assertThat(details(added)).isEqualTo(wanted);
        assertThat(room.agents.find(added.id())).contains(added);
        assertThat(room.agents.list(BOSS)).contains(added);
        assertThat(room.heard(AgentChanged.class)).last().isEqualTo(new AgentChanged(added));
    }

    @Test
    void everybody_is_listed_by_name_chinese_names_by_pinyin() {
        room.add(named("a1", "王芳"));
        room.add(named("a2", "陈杰"));
        room.add(named("a3", "李娜"));

        assertThat(room.agents.list(BOSS))
                .extracting(Agent::name)
                .containsSubsequence("陈杰", "李娜", "王芳");
    }

    private static AgentDetails named(String login, String name) {
        return new AgentDetails(login, name, Role.AGENT, Set.of(), List.of(), 3, true);
    }

    @Test
    void a_login_belongs_to_one_person() {
        room.add(agentNamed("amy"));

        assertRefused(CONFLICT, () -> room.agents.add(BOSS, agentNamed("amy"), PASSWORD));
    }

    @Test
    void what_breaks_a_rule_is_refused_with_its_field() {
        assertField("login", agentNamed("Amy"), PASSWORD);
        assertField("login", agentNamed("amy smith"), PASSWORD);
        assertField("name", named("amy", " "), PASSWORD);
        assertField("teams", agentNamed("amy", new TeamId(99_999)), PASSWORD);
        assertField("password", agentNamed("amy"), "nine char");
        assertField("capacity", withCapacity(101), PASSWORD);
        assertField("capacity", withCapacity(-1), PASSWORD);
        assertField("skills", withSkills("Returns"), PASSWORD);
        assertField("skills", withSkills("returns", "returns"), PASSWORD);
    }

    private void assertField(String field, AgentDetails details, String password) {
        assertRefused(INVALID, () -> room.agents.add(BOSS, details, password))
                .matches(fault -> fault.field().equals(Optional.of(field)), "field " + field);
    }

    private static AgentDetails withCapacity(int capacity) {
        return new AgentDetails("amy", "Amy", Role.AGENT, Set.of(), List.of(), capacity, true);
    }

    private static AgentDetails withSkills(String... names) {
        List<SkillLevel> skills =
                List.of(names).stream().map(name -> new SkillLevel(name, 1)).toList();
        return new AgentDetails("amy", "Amy", Role.AGENT, Set.of(), skills, 1, true);
    }

    @Test
    void a_change_gives_the_next_version_and_is_told() {
        Agent amy = room.add(agentNamed("amy"));

        Agent changed = room.agents.change(BOSS, amy.id(), amy.version(), named("amy", "Amy Chen"));

        assertThat(changed.version()).isEqualTo(amy.version() + 1);
        assertThat(changed.name()).isEqualTo("Amy Chen");
        assertThat(changed.skills()).isEmpty();
        assertThat(room.heard(AgentChanged.class)).last().isEqualTo(new AgentChanged(changed));
    }

    @Test
    void a_change_of_something_read_too_long_ago_is_refused() {
        Agent amy = room.add(agentNamed("amy"));
        room.agents.change(BOSS, amy.id(), amy.version(), named("amy", "Amy Chen"));

        assertRefused(
                STALE,
                () -> room.agents.change(BOSS, amy.id(), amy.version(), named("amy", "Late")));
        assertRefused(
                NOT_FOUND,
                () -> room.agents.change(BOSS, new AgentId(99_999), 1, agentNamed("who")));
    }

    @Test
    void somebody_is_always_left_who_may_manage_staff() {
        Agent boss = room.agents.list(BOSS).getFirst();

        assertRefused(
                CONFLICT,
                () -> room.agents.change(BOSS, boss.id(), boss.version(), inactive(boss)));
        assertRefused(
                CONFLICT,
                () -> room.agents.change(BOSS, boss.id(), boss.version(), agentNamed("boss")));

        room.add(administrator("second"));
        assertThat(room.agents.change(BOSS, boss.id(), boss.version(), inactive(boss)).active())
                .isFalse();
    }

    @Test
    void who_is_no_longer_active_is_offline_and_signed_out_at_once() {
        Agent amy = room.agents.add(BOSS, agentNamed("amy"), PASSWORD);
        room.presences.set(BOSS, amy.id(), Presence.ONLINE, Optional.empty());
        String token = room.signIns.signIn("amy", PASSWORD, "10.0.0.1").token();
        assertThat(room.signIns.session(token)).isPresent();

        room.agents.change(BOSS, amy.id(), amy.version(), inactive(amy));

        assertThat(room.signIns.session(token)).isEmpty();
        assertThat(room.presences.find(amy.id()).map(PresenceState::presence))
                .contains(Presence.OFFLINE);
        assertThat(room.presences.list()).extracting(PresenceState::agent).doesNotContain(amy.id());
        assertThat(room.heard(PresenceChanged.class))
                .last()
                .matches(event -> event.state().presence() == Presence.OFFLINE);
        assertRefused(
                CONFLICT,
                () -> room.presences.set(BOSS, amy.id(), Presence.ONLINE, Optional.empty()));
    }

    @Test
    void a_signed_in_agent_has_what_an_administrator_just_decided() {
        Agent amy = room.agents.add(BOSS, agentNamed("amy"), PASSWORD);
        String token = room.signIns.signIn("amy", PASSWORD, "10.0.0.1").token();

        room.agents.change(BOSS, amy.id(), amy.version(), administrator("amy"));

        assertThat(room.signIns.session(token))
                .hasValueSatisfying(
                        session ->
                                assertThat(session.actor().permissions())
                                        .isEqualTo(Role.ADMINISTRATOR.permissions()));
    }

    @Test
    void agents_may_see_staff_and_not_change_it() {
        Agent amy = room.add(agentNamed("amy"));

        assertThat(room.agents.list(as(amy))).contains(amy);
        assertRefused(FORBIDDEN, () -> room.agents.add(as(amy), agentNamed("ben"), PASSWORD));
        assertRefused(
                FORBIDDEN,
                () -> room.agents.change(as(amy), amy.id(), amy.version(), details(amy)));
    }

    @Test
    void an_own_password_is_changed_with_the_old_one() {
        Agent amy = room.agents.add(BOSS, agentNamed("amy"), PASSWORD);

        assertRefused(
                INVALID,
                () ->
                        room.agents.setPassword(
                                as(amy), amy.id(), Optional.of("wrong"), "new pass word"));
        assertRefused(
                INVALID,
                () ->
                        room.agents.setPassword(
                                as(amy), amy.id(), Optional.empty(), "new pass word"));
        room.agents.setPassword(as(amy), amy.id(), Optional.of(PASSWORD), "new pass word");

        assertThat(room.signIns.signIn("amy", "new pass word", "10.0.0.1").token()).isNotBlank();
    }

    @Test
    void an_administrator_sets_a_password_and_ends_what_the_old_one_opened() {
        Agent amy = room.agents.add(BOSS, agentNamed("amy"), PASSWORD);
        Agent ben = room.add(agentNamed("ben"));
        String token = room.signIns.signIn("amy", PASSWORD, "10.0.0.1").token();

        assertRefused(
                FORBIDDEN,
                () ->
                        room.agents.setPassword(
                                as(ben), amy.id(), Optional.empty(), "new pass word"));
        room.agents.setPassword(BOSS, amy.id(), Optional.empty(), "new pass word");

        assertThat(room.signIns.session(token)).isEmpty();
        assertThat(room.signIns.signIn("amy", "new pass word", "10.0.0.1").token()).isNotBlank();
    }
}
