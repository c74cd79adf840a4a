package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Permission;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.routing.Decision;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.Preference.Choice;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.desk.DeskTable;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

@OnBothDatabases
class RoutingTest {
    private static final TeamId TEAM = new TeamId(1);
    private static final Actor BOSS = new Actor.Platform("test");

    private Helpdesk helpdesk;

    @BeforeEach
    void open(TestDatabase database) {
        helpdesk = new Helpdesk(database, 1);
    }

    @AfterEach
    void close() {
        helpdesk.close();
    }

    private void plan(String... strategies) {
        helpdesk.plans.change(BOSS, TEAM, helpdesk.plans.of(TEAM).revision(), List.of(strategies));
    }

    private Decision decision() {
        ConversationId id = helpdesk.open(7, "a", "hello").id();
        await().until(() -> helpdesk.find(id).state() == ConversationState.ACTIVE);
        return helpdesk.decisions.of(BOSS, id).getLast();
    }

    @Test
    void the_chain_decides_and_the_trace_says_how() {
        AgentId first = helpdesk.agent(1, Presence.ONLINE, 3);
        AgentId second = helpdesk.agent(2, Presence.ONLINE, 3);
        helpdesk.agent(3, Presence.BUSY, 3);
        helpdesk.agent(4, Presence.ONLINE, 0);
        Words reason = new Words("我选的", "my choice");
        helpdesk.strategy(
                "second",
                request ->
                        new Preference(
                                List.of(new Choice(second, reason)),
                                List.of(new Choice(first, reason))));
        plan("second", "absent");

        Decision decision = decision();

        assertThat(decision.chosen()).isEqualTo(second);
        assertThat(decision.planRevision()).isEqualTo(1);
        assertThat(decision.steps())
                .extracting(Decision.Step::verdict)
                .containsExactly(Decision.Verdict.ANSWERED, Decision.Verdict.MISSING);
        assertThat(decision.steps().getFirst().kept()).containsExactly(new Choice(second, reason));
        assertThat(decision.considered())
                .filteredOn(considered -> considered.leftOut().isPresent())
                .extracting(considered -> considered.leftOut().get().en())
                .containsExactlyInAnyOrder("at capacity 0 of 0", "busy");
    }

    @Test
    void a_strategy_that_fails_costs_its_turn_and_no_more() {
        AgentId agent = helpdesk.agent(1, Presence.ONLINE, 3);
        helpdesk.strategy(
                "broken",
                request -> {
                    throw new IllegalStateException("broken");
                });
        helpdesk.strategy(
                "inventing",
                request ->
                        new Preference(
                                List.of(new Choice(new AgentId(99), new Words("无", "none"))),
                                List.of()));
        helpdesk.strategy("silent", request -> Preference.none());
        plan("broken", "inventing", "silent");

        Decision decision = decision();

        assertThat(decision.chosen()).isEqualTo(agent);
        assertThat(decision.steps())
                .extracting(Decision.Step::verdict)
                .containsExactly(
                        Decision.Verdict.FAILED,
                        Decision.Verdict.FAILED,
                        Decision.Verdict.NO_OPINION);
    }

    @Test
    void each_strategy_sees_whom_the_one_before_kept() {
        helpdesk.agent(1, Presence.ONLINE, 3);
        AgentId second = helpdesk.agent(2, Presence.ONLINE, 3);
        AgentId third = helpdesk.agent(3, Presence.ONLINE, 3);
        helpdesk.strategy(
                "not-first",
                request ->
                        request.candidates().stream()
                                .filter(candidate -> candidate.agent().value() != 1)
                                .collect(Preference.keeping("not the first")));
        helpdesk.strategy(
                "reversed",
                request ->
                        request.candidates().reversed().stream()
                                .collect(Preference.keeping("from the end")));
        plan("not-first", "reversed");

        assertThat(decision().steps().getLast().kept())
                .extracting(Choice::agent)
                .containsExactly(third, second);
    }

    @Test
    void within_one_pass_the_load_grows_as_it_gives() {
        AgentId first = helpdesk.agent(1, Presence.OFFLINE, 2);
        AgentId second = helpdesk.agent(2, Presence.OFFLINE, 2);
        helpdesk.strategy(
                "load",
                request -> {
                    int least =
                            request.candidates().stream()
                                    .mapToInt(Candidate::load)
                                    .min()
                                    .orElseThrow();
                    return request.candidates().stream()
                            .filter(candidate -> candidate.load() == least)
                            .collect(Preference.keeping("least"));
                });
        for (int visitor = 1; visitor <= 5; visitor++) {
            helpdesk.open(visitor, "a", "hello");
        }

        helpdesk.presence(first, Presence.ONLINE);
        helpdesk.presence(second, Presence.ONLINE);

        await().untilAsserted(
                        () ->
                                assertThat(helpdesk.desk.rows())
                                        .extracting(DeskTable.DeskRow::loadNow)
                                        .containsExactly(2, 2));
    }

    @Test
    void a_plan_changes_under_its_revision_only() {
        Actor agent = new Actor.Agent(new AgentId(1), "张敏", Set.of(Permission.STAFF_READ));

        assertThat(helpdesk.plans.of(TEAM).strategies())
                .containsExactlyElementsOf(StoredEntryPoints.DEFAULT);
        assertThatThrownBy(() -> helpdesk.plans.change(agent, TEAM, 0, List.of("load")))
                .hasMessageContaining("routing.manage");
        assertThat(helpdesk.plans.change(BOSS, TEAM, 0, List.of("round-robin")).revision())
                .isEqualTo(1);
        assertThatThrownBy(() -> helpdesk.plans.change(BOSS, TEAM, 0, List.of()))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.category()).isEqualTo(Fault.Category.STALE));
        assertThatThrownBy(() -> helpdesk.plans.change(BOSS, TEAM, 1, List.of("a", "a")))
                .hasMessageContaining("once");
        assertThat(helpdesk.plans.change(BOSS, TEAM, 1, List.of()).strategies()).isEmpty();
        assertThat(helpdesk.plans.of(TEAM).strategies()).isEmpty();
    }
}
