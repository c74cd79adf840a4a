package org.hotdesk.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.staff.StaffRoom.BOSS;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.hotdesk.api.Words;
import org.hotdesk.api.staff.Role;
import org.hotdesk.api.staff.Team;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@OnBothDatabases
class FirstStartTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private StaffRoom room;
    private FirstStart start;

    @BeforeEach
    void open(TestDatabase database) {
        room = new StaffRoom(database);
        start = new FirstStart(room.storage, room.transactions, database.events(), room.agents);
    }

    @Test
    void makes_an_administrator_with_the_password_of_the_settings_and_a_team() {
        begin("a password from outside");

        assertThat(room.signIns.signIn("admin", "a password from outside", "").session().agent())
                .matches(agent -> agent.role() == Role.ADMINISTRATOR);
        assertThat(room.teams.list())
                .extracting(Team::name)
                .containsExactly(new Words("客服", "Support"));
        assertThat(printed()).isEmpty();
    }

    @Test
    void prints_a_random_password_once_where_none_is_set() {
        begin("");
        Matcher told = Pattern.compile("password (\\S{20}) ").matcher(printed());

        assertThat(told.find()).isTrue();
        assertThat(room.signIns.signIn("admin", told.group(1), "").token()).isNotBlank();
        printed.reset();
        begin("");
        assertThat(printed()).isEmpty();
    }

    @Test
    void does_not_use_a_password_that_is_too_short() {
        begin("admin");

        assertThat(printed()).contains("was not used").contains("password ");
    }

    @Test
    void does_nothing_where_somebody_works_already() {
        begin("a password from outside");
        begin("another password");

        assertThat(room.agents.list(BOSS)).hasSize(1);
        assertThat(room.teams.list()).hasSize(1);
        assertThat(room.signIns.signIn("admin", "a password from outside", "").token())
                .isNotBlank();
    }

    private void begin(String password) {
        start.begin(password, new PrintStream(printed, true, UTF_8));
    }

    private String printed() {
        return printed.toString(UTF_8);
    }
}
