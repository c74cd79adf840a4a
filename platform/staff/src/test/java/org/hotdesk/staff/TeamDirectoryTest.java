package org.hotdesk.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.api.Fault.Category.FORBIDDEN;
import static org.hotdesk.api.Fault.Category.NOT_FOUND;
import static org.hotdesk.api.Fault.Category.STALE;
import static org.hotdesk.staff.Faults.assertRefused;
import static org.hotdesk.staff.StaffRoom.BOSS;
import static org.hotdesk.staff.StaffRoom.agentNamed;
import static org.hotdesk.staff.StaffRoom.as;

import org.hotdesk.api.Words;
import org.hotdesk.api.event.TeamChanged;
import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.Team;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class TeamDirectoryTest {
    private StaffRoom room;

    @BeforeEach
    void open(TestDatabase database) {
        room = new StaffRoom(database);
    }

    @Test
    void teams_are_listed_oldest_first_right_after_they_were_added() {
        Team first = room.team("售前");
        assertThat(room.teams.list()).containsExactly(first);

        Team second = room.team("售后");

        assertThat(room.teams.list()).containsExactly(first, second);
        assertThat(room.teams.find(second.id())).contains(second);
        assertThat(room.teams.find(new TeamId(99_999))).isEmpty();
        assertThat(room.heard(TeamChanged.class)).last().isEqualTo(new TeamChanged(second));
    }

    @Test
    void a_team_is_renamed_by_who_read_it_last() {
        Team team = room.team("old");

        Team renamed = room.teams.rename(BOSS, team.id(), team.version(), new Words("新", "new"));

        assertThat(room.teams.list()).containsExactly(renamed);
        assertRefused(
                STALE,
                () -> room.teams.rename(BOSS, team.id(), team.version(), new Words("晚", "late")));
        assertRefused(
                NOT_FOUND,
                () -> room.teams.rename(BOSS, new TeamId(99_999), 1, new Words("无", "none")));
    }

    @Test
    void a_rename_that_was_rolled_back_is_not_seen() {
        Team team = room.team("old");

        try {
            room.transactions.run(
                    () -> {
                        room.teams.rename(BOSS, team.id(), team.version(), new Words("新", "new"));
                        throw new IllegalStateException("changed my mind");
                    });
        } catch (IllegalStateException expected) {
            assertThat(room.teams.list()).containsExactly(team);
        }
    }

    @Test
    void agents_cannot_change_teams() {
        Agent amy = room.add(agentNamed("amy"));

        assertRefused(FORBIDDEN, () -> room.teams.add(as(amy), new Words("我的", "mine")));
    }
}
