package org.hotdesk.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.api.Fault.Category.FORBIDDEN;
import static org.hotdesk.api.Fault.Category.INVALID;
import static org.hotdesk.api.Fault.Category.NOT_FOUND;
import static org.hotdesk.api.staff.Presence.AWAY;
import static org.hotdesk.api.staff.Presence.OFFLINE;
import static org.hotdesk.api.staff.Presence.ONLINE;
import static org.hotdesk.staff.Faults.assertRefused;
import static org.hotdesk.staff.StaffRoom.BOSS;
import static org.hotdesk.staff.StaffRoom.agentNamed;
import static org.hotdesk.staff.StaffRoom.as;

import org.hotdesk.api.event.PresenceChanged;
import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.PresenceState;
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
class PresenceBoardTest {
    private StaffRoom room;
    private Team team;
    private Agent amy;
    private Agent ben;

    @BeforeEach
    void open(TestDatabase database) {
        room = new StaffRoom(database);
        team = room.team("售前");
        amy = room.add(agentNamed("amy", team.id()));
        ben = room.add(agentNamed("ben", team.id()));
    }

    @Test
    void everybody_begins_offline() {
        assertThat(room.presences.list())
                .extracting(PresenceState::presence)
                .containsExactly(OFFLINE, OFFLINE);
    }

    @Test
    void an_agent_sets_the_own_presence_and_it_is_told() {
        PresenceState state = room.presences.set(as(amy), amy.id(), AWAY, Optional.of(" lunch "));

        assertThat(state.reason()).contains("lunch");
        assertThat(state.since()).isEqualTo(room.clock.instant());
        assertThat(room.presences.find(amy.id())).contains(state);
        assertThat(room.heard(PresenceChanged.class))
                .containsExactly(new PresenceChanged(state, Set.of(team.id())));
    }

    @Test
    void the_same_presence_again_is_no_news() {
        PresenceState before = room.presences.set(as(amy), amy.id(), ONLINE, Optional.empty());
        room.clock.advance(Duration.ofMinutes(1));

        PresenceState again = room.presences.set(as(amy), amy.id(), ONLINE, Optional.empty());

        assertThat(again).isEqualTo(before);
        assertThat(room.heard(PresenceChanged.class)).hasSize(1);
    }

    @Test
    void another_reason_is_news_of_the_same_presence() {
        PresenceState before = room.presences.set(as(amy), amy.id(), AWAY, Optional.of("lunch"));
        room.clock.advance(Duration.ofMinutes(1));

        PresenceState after = room.presences.set(as(amy), amy.id(), AWAY, Optional.of("tea"));

        assertThat(after.since()).isEqualTo(before.since());
        assertThat(room.heard(PresenceChanged.class)).hasSize(2);
    }

    @Test
    void nobody_sets_the_presence_of_a_colleague_without_the_right_to() {
        assertRefused(
                FORBIDDEN, () -> room.presences.set(as(ben), amy.id(), ONLINE, Optional.empty()));
    }

    @Test
    void what_cannot_be_is_refused() {
        assertRefused(
                INVALID,
                () -> room.presences.set(BOSS, amy.id(), AWAY, Optional.of("x".repeat(101))));
        assertRefused(
                NOT_FOUND,
                () -> room.presences.set(BOSS, new AgentId(99_999), ONLINE, Optional.empty()));
        assertThat(room.presences.find(new AgentId(99_999))).isEmpty();
    }

    @Test
    void who_is_silent_for_longer_than_the_grace_period_has_lost_the_connection() {
        room.presences.set(as(amy), amy.id(), ONLINE, Optional.empty());
        room.presences.set(as(ben), ben.id(), ONLINE, Optional.empty());

        live(Duration.ofSeconds(35), List.of(ben.id()));

        PresenceState gone = room.presences.find(amy.id()).orElseThrow();
        assertThat(gone.presence()).isEqualTo(OFFLINE);
        assertThat(gone.reason()).contains("connection-lost");
        assertThat(room.presences.find(ben.id()).map(PresenceState::presence)).contains(ONLINE);
        assertThat(room.heard(PresenceChanged.class))
                .last()
                .isEqualTo(new PresenceChanged(gone, Set.of(team.id())));
        assertThat(room.heard(PresenceChanged.class)).hasSize(3);
    }

    @Test
    void a_connection_that_comes_back_within_the_grace_period_costs_nothing() {
        room.presences.set(as(amy), amy.id(), ONLINE, Optional.empty());
        live(Duration.ofSeconds(25), List.of());
        live(Duration.ofSeconds(60), List.of(amy.id()));

        assertThat(room.presences.find(amy.id()).map(PresenceState::presence)).contains(ONLINE);
    }

    @Test
    void nobody_is_judged_before_a_whole_grace_period_after_a_start(TestDatabase database) {
        room.presences.set(as(amy), amy.id(), ONLINE, Optional.empty());
        room.clock.advance(Duration.ofHours(2));

        var board =
                new PresenceBoard(
                        room.storage,
                        room.transactions,
                        database.events(),
                        room.clock,
                        StaffRoom.GRACE);

        look(board, Duration.ofSeconds(25));
        assertThat(board.find(amy.id()).map(PresenceState::presence)).contains(ONLINE);
        look(board, Duration.ofSeconds(5));
        assertThat(board.find(amy.id()).map(PresenceState::presence)).contains(OFFLINE);
    }

    @Test
    void nobody_is_judged_for_a_time_in_which_the_machine_slept() {
        room.presences.set(as(amy), amy.id(), ONLINE, Optional.empty());
        live(Duration.ofSeconds(60), List.of(amy.id()));

        room.clock.advance(Duration.ofHours(8));
        look(room.presences, Duration.ofSeconds(5));
        live(Duration.ofSeconds(60), List.of(amy.id()));

        assertThat(room.presences.find(amy.id()).map(PresenceState::presence)).contains(ONLINE);
    }

    @Test
    void a_sign_of_life_of_nobody_is_nothing() {
        room.presences.heartbeat(List.of());
        room.presences.heartbeat(List.of(new AgentId(99_999), amy.id(), amy.id()));

        assertThat(room.presences.find(amy.id()).map(PresenceState::presence)).contains(OFFLINE);
    }

    /** Time goes by; these agents give a sign of life all the while. */
    private void live(Duration time, List<AgentId> connected) {
        Duration step = room.presences.watch().interval();
        for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plus(step)) {
            room.clock.advance(step);
            room.presences.heartbeat(connected);
            room.presences.watch().look();
        }
    }

    private void look(PresenceBoard board, Duration time) {
        Duration step = board.watch().interval();
        for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plus(step)) {
            room.clock.advance(step);
            board.watch().look();
        }
    }
}
