package org.hotdesk.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.api.Fault.Category.NOT_FOUND;
import static org.hotdesk.staff.Faults.assertRefused;
import static org.hotdesk.staff.StaffRoom.BOSS;
import static org.hotdesk.staff.StaffRoom.administrator;
import static org.hotdesk.staff.StaffRoom.agentNamed;

import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.AgentDetails;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Availability;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.Role;
import org.hotdesk.api.staff.SkillLevel;
import org.hotdesk.api.staff.Team;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@OnBothDatabases
class SlotLedgerTest {
    private StaffRoom room;
    private Team team;
    private Agent amy;

    @BeforeEach
    void open(TestDatabase database) {
        room = new StaffRoom(database);
        team = room.team("售后");
        amy = room.online(agentNamed("amy", team.id()));
    }

    @Test
    void load_is_taken_up_to_the_capacity() {
        assertThat(room.slots.take(amy.id(), 1)).isTrue();
        assertThat(room.slots.take(amy.id(), 2)).isTrue();
        assertThat(room.slots.take(amy.id(), 1)).isFalse();

        assertThat(ofAmy().load()).isEqualTo(3);
        assertThat(ofAmy().hasRoomFor(1)).isFalse();
    }

    @Test
    void who_is_not_online_takes_nothing() {
        for (Presence presence : Set.of(Presence.BUSY, Presence.AWAY, Presence.OFFLINE)) {
            room.presences.set(BOSS, amy.id(), presence, Optional.empty());
            assertThat(room.slots.take(amy.id(), 1)).as("%s", presence).isFalse();
        }
        assertThat(room.slots.take(new AgentId(99_999), 1)).isFalse();
    }

    @Test
    void what_is_given_by_hand_goes_above_the_capacity() {
        room.presences.set(BOSS, amy.id(), Presence.AWAY, Optional.empty());

        room.slots.force(amy.id(), 5);

        assertThat(ofAmy().load()).isEqualTo(5);
        assertRefused(NOT_FOUND, () -> room.slots.force(new AgentId(99_999), 1));
    }

    @Test
    void what_is_given_back_leaves_room_and_never_less_than_nothing() {
        room.slots.take(amy.id(), 2);
        room.slots.release(amy.id(), 1);
        assertThat(ofAmy().load()).isEqualTo(1);

        room.slots.release(amy.id(), 7);

        assertThat(ofAmy().load()).isZero();
    }

    @Test
    void taking_marks_the_agent_as_just_assigned() {
        assertThat(ofAmy().lastAssigned()).isEmpty();
        assertThat(ofAmy().handledToday()).isZero();

        room.slots.take(amy.id(), 1);
        room.clock.advance(Duration.ofMinutes(3));
        room.slots.take(amy.id(), 1);

        assertThat(ofAmy().lastAssigned()).contains(room.clock.instant());
        assertThat(ofAmy().handledToday()).isEqualTo(2);
    }

    @Test
    void a_new_day_begins_at_midnight_utc_with_nothing_handled() {
        room.slots.take(amy.id(), 1);
        room.slots.take(amy.id(), 1);

        room.clock.advance(Duration.ofHours(15));
        assertThat(ofAmy().handledToday()).isZero();
        room.slots.take(amy.id(), 1);

        assertThat(ofAmy().handledToday()).isEqualTo(1);
    }

    @Test
    void a_team_is_its_active_members_who_may_answer_and_are_there() {
        room.add(agentNamed("offline", team.id()));
        room.online(agentNamed("elsewhere", room.team("售前").id()));
        room.online(
                new AgentDetails(
                        "root", "root", Role.ADMINISTRATOR, Set.of(team.id()), List.of(), 3, true));
        Agent gone = room.online(agentNamed("gone", team.id()));
        room.add(administrator("boss"));
        room.agents.change(BOSS, gone.id(), gone.version(), StaffRoom.inactive(gone));
        Agent away = room.online(agentNamed("away", team.id()));
        room.presences.set(BOSS, away.id(), Presence.AWAY, Optional.of("tea"));

        assertThat(room.slots.ofTeam(team.id()))
                .extracting(Availability::agent)
                .containsExactly(amy.id(), away.id());
    }

    @Test
    void skills_are_as_they_were_changed_last() {
        assertThat(ofAmy().skills()).containsExactly(new SkillLevel("returns", 3));
        room.add(administrator("boss"));

        room.agents.change(
                BOSS,
                amy.id(),
                amy.version(),
                new AgentDetails(
                        "amy",
                        "Amy",
                        Role.AGENT,
                        Set.of(team.id()),
                        List.of(new SkillLevel("refunds", 5), new SkillLevel("english", 1)),
                        9,
                        true));

        assertThat(ofAmy().skills())
                .containsExactly(new SkillLevel("refunds", 5), new SkillLevel("english", 1));
        assertThat(ofAmy().capacity()).isEqualTo(9);
    }

    @Test
    void a_slot_taken_in_a_transaction_that_is_rolled_back_is_free_again() {
        try {
            room.transactions.run(
                    () -> {
                        assertThat(room.slots.take(amy.id(), 3)).isTrue();
                        throw new IllegalStateException("no conversation after all");
                    });
        } catch (IllegalStateException expected) {
            assertThat(ofAmy().load()).isZero();
        }
    }

    private Availability ofAmy() {
        return room.slots.ofTeam(team.id()).stream()
                .filter(each -> each.agent().equals(amy.id()))
                .findFirst()
                .orElseThrow();
    }
}
