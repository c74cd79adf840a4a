package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.Replay;
import org.hotdesk.api.routing.Replay.Question;
import org.hotdesk.api.routing.Replay.State;
import org.hotdesk.api.routing.ReplayReport;
import org.hotdesk.api.routing.RoutingStrategy;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.Role;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.desk.DeskTable.DeskRow;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

@OnBothDatabases
class ReplayTest {
    private static final Actor BOSS = new Actor.Platform("test");

    private final CountDownLatch asleep = new CountDownLatch(1);
    private final CountDownLatch entered = new CountDownLatch(1);
    private Helpdesk helpdesk;
    private AttendanceKeeper attendance;
    private StoredReplays replays;
    private Instant from = Instant.MIN;

    @BeforeEach
    void open(TestDatabase database) {
        helpdesk = new Helpdesk(database, 1);
        helpdesk.agent(2, Presence.OFFLINE, 50);
        helpdesk.agent(4, Presence.OFFLINE, 50);
        attendance =
                new AttendanceKeeper(
                        helpdesk.tables, helpdesk.desk.agents(), helpdesk.desk.presences());
        database.listen(attendance);
        replays =
                new StoredReplays(
                        helpdesk.tables,
                        helpdesk.entryPoints,
                        new ReplayRun(
                                helpdesk.tables,
                                helpdesk.entryPoints,
                                helpdesk.desk.teams(),
                                helpdesk.strategies,
                                Helpdesk.turns()));
        helpdesk.strategy("two", choosing(2));
        helpdesk.strategy("four", choosing(4));
        helpdesk.plans.change(BOSS, new TeamId(1), 0, List.of("two"));
        await().until(() -> helpdesk.tables.attendances().at(helpdesk.tables.now()).size() == 2);
        from = helpdesk.tables.now();
    }

    @AfterEach
    void close() {
        asleep.countDown();
        replays.close();
        attendance.close();
        helpdesk.close();
    }

    private static RoutingStrategy choosing(long agent) {
        return request ->
                request.candidates().stream()
                        .filter(one -> one.agent().value() == agent)
                        .collect(Preference.keeping("number " + agent));
    }

    private void comes(long agent) {
        helpdesk.presence(new AgentId(agent), Presence.ONLINE);
        await().until(
                        () ->
                                helpdesk.tables.attendances().at(helpdesk.tables.now()).stream()
                                        .filter(row -> row.agent() == agent)
                                        .anyMatch(row -> row.state().contains("ONLINE")));
    }

    /** Somebody waits for this long on the clock of the helpdesk. */
    private void passes(Duration time) {
        helpdesk.clock.forward(time);
    }

    private Conversation opens(long visitor) {
        return helpdesk.open(visitor, "a", "hello");
    }

    private void served(Conversation opened) {
        await().until(() -> helpdesk.find(opened.id()).state() == ConversationState.ACTIVE);
    }

    private void day() {
        for (long visitor = 11; visitor < 21; visitor++) {
            Conversation opened = opens(visitor);
            served(opened);
            passes(Duration.ofSeconds(100));
            helpdesk.close(opened.id());
        }
        Conversation leaves = opens(99);
        passes(Duration.ofSeconds(5));
        helpdesk.conversations.close(Helpdesk.visitor(99), leaves.id(), Optional.empty());
    }

    private Replay ended(Question question) {
        Replay started = replays.start(BOSS, question);
        await().until(() -> replays.find(BOSS, started.id()).state() != State.RUNNING);
        return replays.find(BOSS, started.id());
    }

    private Question question(String... strategies) {
        return new Question(from, helpdesk.tables.now(), Optional.empty(), List.of(strategies));
    }

    @Test
    void the_plan_of_then_gives_what_there_was_and_another_one_what_there_would_have_been() {
        comes(2);
        comes(4);
        day();
        List<DeskRow> desk = helpdesk.desk.rows();

        Replay replay = ended(question("four"));

        assertThat(replay.state()).as("%s", replay).isEqualTo(State.DONE);
        ReplayReport report = replay.report().orElseThrow();
        assertThat(report.conversations()).isEqualTo(11);
        assertThat(report.fact().served()).isGreaterThanOrEqualTo(10);
        assertThat(report.plan().served()).isEqualTo(11);
        assertThat(report.differing()).isGreaterThanOrEqualTo(10);
        assertThat(report.differingFromPlan()).isEqualTo(11);
        assertThat(report.agents().getFirst().agent()).isEqualTo(new AgentId(4));
        assertThat(report.agents().getFirst().candidate().assigned()).isEqualTo(11);
        assertThat(report.attendanceWhole()).isFalse();
        assertThat(helpdesk.desk.rows()).isEqualTo(desk);
    }

    @Test
    void the_same_plan_differs_in_nothing_and_waits_as_long() {
        comes(2);
        Conversation first = opens(11);
        served(first);
        helpdesk.presence(new AgentId(2), Presence.BUSY);
        Conversation second = opens(12);
        passes(Duration.ofSeconds(90));
        comes(2);
        served(second);

        ReplayReport report = ended(question("two")).report().orElseThrow();

        assertThat(report.differing()).isZero();
        assertThat(report.differingFromPlan()).isZero();
        assertThat(report.fact().longestWait()).isBetween(90L, 99L);
        // Presence is told by the clock of the database's events, which nobody moved.
        assertThat(report.candidate()).isEqualTo(report.plan());
    }

    @Test
    void a_replay_is_cancelled_and_only_one_goes_on() {
        comes(2);
        for (long visitor = 1; visitor < 5; visitor++) {
            served(opens(visitor));
        }
        helpdesk.strategy("asleep", request -> sleep());
        Question question = question("asleep");

        Replay replay = replays.start(BOSS, question);
        await().until(() -> entered.getCount() == 0);
        assertThatThrownBy(() -> replays.start(BOSS, question)).isInstanceOf(Fault.class);
        Replay cancelled = replays.cancel(BOSS, replay.id());
        asleep.countDown();

        assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
        await().untilAsserted(
                        () -> assertThat(ended(question("two")).state()).isEqualTo(State.DONE));
        assertThat(replays.find(BOSS, replay.id()).report()).isEmpty();
    }

    private Preference sleep() {
        entered.countDown();
        try {
            asleep.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Preference.none();
    }

    @Test
    void agents_may_not_and_periods_have_an_end() {
        Actor.Agent agent = new Actor.Agent(new AgentId(2), "Ann", Role.AGENT.permissions());
        Instant now = helpdesk.tables.now();

        assertThatThrownBy(() -> replays.start(agent, question("two"))).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> replays.start(BOSS, between(now, now))).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> replays.start(BOSS, between(now, now.plusSeconds(60))))
                .isInstanceOf(Fault.class);
        assertThatThrownBy(
                        () ->
                                replays.start(
                                        BOSS,
                                        between(
                                                now.minus(Duration.ofDays(9)),
                                                now.minus(Duration.ofDays(8)))))
                .as("nobody knows who was at work")
                .isInstanceOf(Fault.class);
    }

    private static Question between(Instant from, Instant to) {
        return new Question(from, to, Optional.empty(), List.of("two"));
    }
}
