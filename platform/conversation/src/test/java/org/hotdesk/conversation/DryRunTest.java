package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.customer.Source;
import org.hotdesk.api.routing.Decision;
import org.hotdesk.api.routing.DryRuns.Rehearsal;
import org.hotdesk.api.routing.Hypothesis;
import org.hotdesk.api.routing.Preference;
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

import java.util.List;
import java.util.Map;
import java.util.Optional;

@OnBothDatabases
class DryRunTest {
    private static final Actor BOSS = new Actor.Platform("test");

    private Helpdesk helpdesk;
    private RoutingDryRuns dryRuns;

    @BeforeEach
    void open(TestDatabase database) {
        helpdesk = new Helpdesk(database, 3);
        dryRuns =
                new RoutingDryRuns(
                        helpdesk.tables,
                        helpdesk.entryPoints,
                        new Suppositions(
                                helpdesk.tables,
                                helpdesk.crowd.customers(),
                                helpdesk.crowd,
                                helpdesk.desk.agents()),
                        helpdesk.trials,
                        Helpdesk.turns());
        ShippedStrategies.all().forEach(helpdesk::strategy);
    }

    @AfterEach
    void close() {
        helpdesk.close();
    }

    private static Hypothesis somebody(Source source, Optional<AgentId> lastAgent) {
        return new Hypothesis(
                Optional.empty(),
                Optional.of(new TeamId(1)),
                "web",
                "zh-CN",
                source,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Hypothesis.Known(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                lastAgent,
                Optional.empty(),
                0);
    }

    private static Hypothesis stranger() {
        return somebody(Source.unknown(), Optional.empty());
    }

    private Rehearsal run(Hypothesis supposed) {
        return dryRuns.run(BOSS, supposed, Optional.empty());
    }

    private Conversation served(long visitor) {
        Conversation opened = helpdesk.open(visitor, "a", "hello");
        await().until(() -> helpdesk.find(opened.id()).state() == ConversationState.ACTIVE);
        return helpdesk.find(opened.id());
    }

    @Test
    void nothing_is_written_nobodys_turn_moves_and_then_it_goes_just_so() {
        helpdesk.agent(3, Presence.ONLINE, 3);
        helpdesk.agent(6, Presence.ONLINE, 3);
        served(7);
        List<DeskRow> before = helpdesk.desk.rows();

        Rehearsal first = run(stranger());
        for (int again = 0; again < 5; again++) {
            assertThat(run(stranger()).trial()).isEqualTo(first.trial());
        }

        assertThat(helpdesk.desk.rows()).isEqualTo(before);
        assertThat(helpdesk.tables.queues().teamsWithQueue()).isEmpty();
        Conversation next = served(8);
        assertThat(first.trial().chosen()).isEqualTo(next.agent());
        Decision live = helpdesk.decisions.of(BOSS, next.id()).getFirst();
        assertThat(first.trial().steps()).isEqualTo(live.steps());
        assertThat(first.trial().considered()).isEqualTo(live.considered());
    }

    @Test
    void a_plan_that_nobody_saved_is_tried() {
        helpdesk.agent(3, Presence.ONLINE, 3);
        helpdesk.agent(6, Presence.ONLINE, 3);
        helpdesk.strategy(
                "six",
                request ->
                        request.candidates().stream()
                                .filter(one -> one.agent().value() == 6)
                                .collect(Preference.keeping("six")));

        Rehearsal tried = dryRuns.run(BOSS, stranger(), Optional.of(List.of("six")));

        assertThat(tried.trial().chosen()).contains(new AgentId(6));
        assertThat(helpdesk.entryPoints.history("team-1", 10)).isEmpty();
    }

    @Test
    void the_rules_place_a_supposed_visitor_as_they_place_a_real_one() {
        Source searched =
                new Source(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("baidu"),
                        Optional.of("怎么退货"),
                        Map.of());

        Rehearsal tried = run(somebody(searched, Optional.empty()));

        assertThat(tried.trial().reception().team()).isEqualTo(new TeamId(2));
        assertThat(tried.trial().reception().skills())
                .extracting(skill -> skill.skill() + " " + skill.level())
                .containsExactly("returns 3");
    }

    @Test
    void where_nobody_has_room_it_says_how_many_wait_before() {
        helpdesk.agent(3, Presence.BUSY, 3);
        helpdesk.open(7, "a", "hello");
        helpdesk.open(8, "a", "hello");

        Rehearsal tried = run(stranger());

        assertThat(tried.trial().chosen()).isEmpty();
        assertThat(tried.trial().considered())
                .extracting(one -> one.leftOut().orElseThrow().en())
                .containsExactly("busy");
        assertThat(tried.ahead()).isEqualTo(2);
    }

    @Test
    void who_is_known_and_busy_is_waited_for() {
        AgentId known = helpdesk.agent(3, Presence.ONLINE, 1);
        served(7);
        helpdesk.agent(6, Presence.ONLINE, 1);

        Rehearsal tried = run(somebody(Source.unknown(), Optional.of(known)));

        assertThat(tried.trial().chosen()).isEmpty();
        assertThat(tried.trial().waitsUntil()).contains(tried.at().plusSeconds(30));
    }

    @Test
    void agents_may_not_and_bad_plans_are_refused() {
        Actor.Agent agent = new Actor.Agent(new AgentId(3), "Ann", Role.AGENT.permissions());

        assertThatThrownBy(() -> dryRuns.run(agent, stranger(), Optional.empty()))
                .isInstanceOf(Fault.class);
        assertThatThrownBy(
                        () -> dryRuns.run(BOSS, stranger(), Optional.of(List.of("load", "load"))))
                .isInstanceOf(Fault.class);
    }
}
