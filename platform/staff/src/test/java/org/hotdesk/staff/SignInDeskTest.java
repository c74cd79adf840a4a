package org.hotdesk.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.api.Fault.Category.FORBIDDEN;
import static org.hotdesk.api.Fault.Category.TOO_MANY;
import static org.hotdesk.api.Fault.Category.UNAUTHENTICATED;
import static org.hotdesk.staff.Faults.assertRefused;
import static org.hotdesk.staff.StaffRoom.BOSS;
import static org.hotdesk.staff.StaffRoom.PASSWORD;
import static org.hotdesk.staff.StaffRoom.administrator;
import static org.hotdesk.staff.StaffRoom.agentNamed;
import static org.hotdesk.staff.StaffRoom.as;

import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.Role;
import org.hotdesk.api.staff.SignIns.SignedIn;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

@OnBothDatabases
class SignInDeskTest {
    private static final String ADDRESS = "10.0.0.1";

    private StaffRoom room;
    private Agent amy;

    @BeforeEach
    void open(TestDatabase database) {
        room = new StaffRoom(database);
        room.add(administrator("boss"));
        amy = room.agents.add(BOSS, agentNamed("amy"), PASSWORD);
    }

    @Test
    void the_right_password_opens_a_session() {
        SignedIn signedIn = room.signIns.signIn("amy", PASSWORD, ADDRESS);

        assertThat(room.signIns.session(signedIn.token())).contains(signedIn.session());
        assertThat(signedIn.session().agent()).isEqualTo(amy);
        assertThat(signedIn.session().actor().permissions()).isEqualTo(Role.AGENT.permissions());
        assertThat(signedIn.session().csrf()).isNotEqualTo(signedIn.token());
    }

    @Test
    void a_login_is_typed_in_any_case() {
        assertThat(room.signIns.signIn(" Amy ", PASSWORD, ADDRESS).session().agent())
                .isEqualTo(amy);
    }

    @Test
    void a_wrong_login_and_a_wrong_password_are_refused_alike() {
        String unknown = refusal("nobody", PASSWORD);

        assertThat(refusal("amy", "wrong password")).isEqualTo(unknown);
        assertThat(refusal("amy' OR '1'='1", PASSWORD)).isEqualTo(unknown);
    }

    private String refusal(String login, String password) {
        var refused =
                assertRefused(UNAUTHENTICATED, () -> room.signIns.signIn(login, password, ADDRESS));
        return refused.actual().code() + refused.actual().getMessage();
    }

    @Test
    void who_is_not_active_is_refused_with_the_right_password() {
        room.agents.change(BOSS, amy.id(), amy.version(), StaffRoom.inactive(amy));

        assertRefused(UNAUTHENTICATED, () -> room.signIns.signIn("amy", PASSWORD, ADDRESS));
    }

    @Test
    void after_five_failures_even_the_right_password_has_to_wait() {
        for (int i = 0; i < 5; i++) {
            assertRefused(UNAUTHENTICATED, () -> room.signIns.signIn("amy", "guess", ADDRESS));
        }

        assertRefused(TOO_MANY, () -> room.signIns.signIn("amy", PASSWORD, ADDRESS));
        room.clock.advance(Duration.ofSeconds(1));
        assertThat(room.signIns.signIn("amy", PASSWORD, ADDRESS).token()).isNotBlank();
    }

    @Test
    void a_session_ends_twelve_hours_after_its_last_use() {
        String token = room.signIns.signIn("amy", PASSWORD, ADDRESS).token();
        room.clock.advance(Duration.ofHours(11));
        assertThat(room.signIns.session(token)).isPresent();
        room.clock.advance(Duration.ofHours(11));
        assertThat(room.signIns.session(token)).isPresent();

        room.clock.advance(Duration.ofHours(12));

        assertThat(room.signIns.session(token)).isEmpty();
    }

    @Test
    void a_session_ends_after_a_week_however_much_it_is_used() {
        String token = room.signIns.signIn("amy", PASSWORD, ADDRESS).token();
        for (int hours = 8; hours < 7 * 24; hours += 8) {
            room.clock.advance(Duration.ofHours(8));
            assertThat(room.signIns.session(token)).as("after %d hours", hours).isPresent();
        }

        room.clock.advance(Duration.ofHours(8));

        assertThat(room.signIns.session(token)).isEmpty();
    }

    @Test
    void a_session_survives_a_restart(TestDatabase database) {
        SignedIn signedIn = room.signIns.signIn("amy", PASSWORD, ADDRESS);

        var restarted = new StaffRoom(database);

        assertThat(restarted.signIns.session(signedIn.token())).contains(signedIn.session());
    }

    @Test
    void who_signs_out_is_out_at_once_and_nobody_else_is() {
        String token = room.signIns.signIn("amy", PASSWORD, ADDRESS).token();
        String other = room.signIns.signIn("amy", PASSWORD, ADDRESS).token();
        assertThat(room.signIns.session(token)).isPresent();

        room.signIns.signOut(token);
        room.signIns.signOut(token);
        room.signIns.signOut("nonsense");

        assertThat(room.signIns.session(token)).isEmpty();
        assertThat(room.signIns.session(other)).isPresent();
    }

    @Test
    void all_sessions_of_somebody_are_revoked_at_once() {
        Agent ben = room.add(agentNamed("ben"));
        String token = room.signIns.signIn("amy", PASSWORD, ADDRESS).token();
        assertThat(room.signIns.session(token)).isPresent();

        assertRefused(FORBIDDEN, () -> room.signIns.revoke(as(ben), amy.id()));
        room.signIns.revoke(as(amy), amy.id());

        assertThat(room.signIns.session(token)).isEmpty();
    }

    @Test
    void a_made_up_token_opens_nothing() {
        assertThat(room.signIns.session("")).isEmpty();
        assertThat(room.signIns.session("' OR 1=1 --")).isEmpty();
        assertThat(room.signIns.session(Token.random().value())).isEmpty();
    }
}
