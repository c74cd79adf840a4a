package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.conversation.QuickReplies.Details;
import org.hotdesk.api.conversation.QuickReply;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.Role;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.desk.Desk;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Optional;

@OnBothDatabases
class QuickRepliesTest {
    private static final Actor BOSS =
            new Actor.Agent(new AgentId(9), "boss", Role.SUPERVISOR.permissions());

    private Helpdesk helpdesk;
    private Actor first = BOSS;
    private Actor second = BOSS;

    @BeforeEach
    void open(TestDatabase database) {
        helpdesk = new Helpdesk(database, 2);
        first = Desk.actor(helpdesk.agent(1, Presence.AWAY, 3));
        second = Desk.actor(helpdesk.agent(2, Presence.AWAY, 3));
    }

    @AfterEach
    void close() {
        helpdesk.close();
    }

    private static Details details(boolean personal, Optional<TeamId> team, String shortcut) {
        return new Details(personal, team, shortcut, "title", "您好 {{customer.name}}");
    }

    private static void refused(Runnable act, String code) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    @Test
    void an_agent_finds_their_own_those_of_their_teams_and_those_of_everybody() {
        QuickReply own = helpdesk.replies.add(first, details(true, Optional.empty(), "own"));
        QuickReply all = helpdesk.replies.add(BOSS, details(false, Optional.empty(), "all"));
        QuickReply team =
                helpdesk.replies.add(BOSS, details(false, Optional.of(new TeamId(2)), "team"));

        assertThat(helpdesk.replies.list(first)).containsExactly(all, own, team);
        assertThat(helpdesk.replies.list(second)).containsExactly(all);
        assertThat(helpdesk.replies.list(BOSS)).containsExactly(all, team);
        assertThat(helpdesk.replies.list(Helpdesk.visitor(7))).isEmpty();
    }

    @Test
    void shared_ones_need_a_permission_and_ones_own_are_nobody_elses() {
        QuickReply own = helpdesk.replies.add(first, details(true, Optional.empty(), "own"));

        refused(
                () -> helpdesk.replies.add(first, details(false, Optional.empty(), "x")),
                "permission-missing");
        refused(() -> helpdesk.replies.remove(BOSS, own.id()), "quick-reply-not-found");
        refused(
                () ->
                        helpdesk.replies.change(
                                second, own.id(), 1, details(true, Optional.empty(), "y")),
                "quick-reply-not-found");
        helpdesk.replies.remove(first, own.id());
        assertThat(helpdesk.replies.list(first)).isEmpty();
    }

    @Test
    void a_change_takes_the_newest_and_keeps_personal_personal() {
        QuickReply own = helpdesk.replies.add(first, details(true, Optional.empty(), "own"));

        QuickReply changed =
                helpdesk.replies.change(
                        first, own.id(), 1, details(false, Optional.of(new TeamId(1)), "new"));

        assertThat(changed.owner()).isEqualTo(own.owner());
        assertThat(changed.team()).isEmpty();
        assertThat(changed.shortcut()).isEqualTo("new");
        refused(
                () ->
                        helpdesk.replies.change(
                                first, own.id(), 1, details(true, Optional.empty(), "z")),
                "quick-reply-changed");
        refused(
                () -> helpdesk.replies.add(first, details(true, Optional.empty(), "a b")),
                "shortcut-invalid");
    }
}
