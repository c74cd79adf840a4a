package org.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.api.admin.HealthReading.Status;
import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.Agents;
import org.hotdesk.api.staff.SignIns;
import org.hotdesk.api.staff.Team;
import org.hotdesk.api.staff.Teams;
import org.hotdesk.api.storage.Storage;
import org.hotdesk.api.storage.Transactions;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.hotdesk.staff.AgentDirectory;
import org.hotdesk.staff.FirstStart;
import org.hotdesk.staff.Passwords;
import org.hotdesk.staff.Sessions;
import org.hotdesk.staff.SignInDesk;
import org.hotdesk.staff.TeamDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.lang.annotation.Annotation;
import java.util.List;

@OnBothDatabases
class AccountsTest {
    private Agents agents;
    private Teams teams;
    private SignIns signIns;

    /** The settings of a server whose administrator has another password. */
    private record Configured() implements FirstStart.Config {
        @Override
        public String adminPassword() {
            return "not the sample one";
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return FirstStart.Config.class;
        }
    }

    @BeforeEach
    void start(TestDatabase database) {
        Storage storage = database.storage(AgentDirectory.class);
        Transactions transactions = database.transactions();
        var passwords = new Passwords();
        var sessions = new Sessions(storage, transactions);
        agents = new AgentDirectory(storage, transactions, database.events(), passwords, sessions);
        var first =
                new FirstStart(storage, transactions, database.events(), agents, new Configured());
        teams = new TeamDirectory(storage, transactions, database.events(), first);
        signIns = new SignInDesk(storage, transactions, passwords, sessions, first);
    }

    @Test
    void everybody_can_sign_in_with_the_sample_password() {
        make();

        assertThat(agents.list(Accounts.ACTOR))
                .extracting(Agent::login)
                .containsExactlyInAnyOrder(
                        "admin",
                        "supervisor",
                        "agent1",
                        "agent2",
                        "agent3",
                        "agent4",
                        "agent5",
                        "agent6",
                        "agent7",
                        "agent8");
        for (String login : List.of("admin", "supervisor", "agent1", "agent8")) {
            assertThat(signIns.signIn(login, "hotdesk-demo", "test").token()).isNotBlank();
        }
    }

    @Test
    void the_first_team_becomes_pre_sales() {
        make();

        assertThat(teams.list())
                .extracting(Team::name)
                .containsExactly(SampleStaff.PRE_SALES, SampleStaff.AFTER_SALES);
    }

    @Test
    void a_second_start_changes_nothing_and_keeps_sessions() {
        make();
        List<Agent> before = agents.list(Accounts.ACTOR);
        String token = signIns.signIn("admin", "hotdesk-demo", "test").token();

        make();

        assertThat(agents.list(Accounts.ACTOR)).isEqualTo(before);
        assertThat(teams.list()).hasSize(2);
        assertThat(signIns.session(token)).isPresent();
    }

    private void make() {
        var accounts = new Accounts(teams, agents, signIns);
        accounts.made().join();
        assertThat(accounts.check().status()).isEqualTo(Status.UP);
    }
}
