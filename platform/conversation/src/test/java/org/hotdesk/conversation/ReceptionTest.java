package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Draft;
import org.hotdesk.api.conversation.Opening;
import org.hotdesk.api.customer.CustomerDetails;
import org.hotdesk.api.customer.Source;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.routing.Arrival;
import org.hotdesk.api.routing.Decision.Verdict;
import org.hotdesk.api.routing.EntryPoint;
import org.hotdesk.api.routing.Placement;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.Reception;
import org.hotdesk.api.routing.RoutingRequest;
import org.hotdesk.api.routing.RoutingStrategy;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.SkillLevel;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

@OnBothDatabases
class ReceptionTest {
    private static final Actor BOSS = new Actor.Platform("test");
    private static final Words BECAUSE = new Words("因为", "because");
    private static final Source FROM_BAIDU =
            new Source(
                    Optional.of("https://shop.example/sale"),
                    Optional.of("https://www.baidu.com/s?wd=shoes"),
                    Optional.of("baidu"),
                    Optional.of("shoes"),
                    Map.of("source", "mail"));

    private static final CustomerDetails VIP =
            new CustomerDetails(
                    "王芳",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("上海"),
                    List.of("loud"),
                    Map.of("level", "VIP", "cart", "99.50", "orders", "many"));

    private Helpdesk helpdesk;

    @BeforeEach
    void open(TestDatabase database) {
        helpdesk = new Helpdesk(database, 2);
    }

    @AfterEach
    void close() {
        helpdesk.close();
    }

    /** A strategy that only places. */
    private void placing(String name, Function<Arrival, Optional<Placement>> place) {
        helpdesk.strategy(
                name,
                new RoutingStrategy() {
                    @Override
                    public Preference choose(RoutingRequest request) {
                        return Preference.none();
                    }

                    @Override
                    public Optional<Placement> place(Arrival arrival) {
                        return place.apply(arrival);
                    }
                });
    }

    private EntryPoint entry(String key, String... strategies) {
        return helpdesk.entryPoints.change(
                BOSS,
                key,
                helpdesk.entryPoints.find(key).map(EntryPoint::revision).orElse(0L),
                new EntryPoint.Details(
                        new Words("结账", "Check-out"), new TeamId(1), List.of(strategies)));
    }

    private Conversation openBy(String entryPoint, long visitor) {
        return helpdesk.conversations.open(
                Helpdesk.visitor(visitor),
                new Opening(
                        Optional.of(entryPoint),
                        Optional.empty(),
                        Optional.of(" returns "),
                        "en",
                        new Draft("a", "hello")));
    }

    private Reception reception(Conversation conversation) {
        return helpdesk.decisions.reception(BOSS, conversation.id()).orElseThrow();
    }

    private static Optional<Placement> placed(
            Optional<TeamId> team, Optional<Integer> priority, SkillLevel... skills) {
        return Optional.of(new Placement(team, priority, List.of(skills), BECAUSE));
    }

    @Test
    void strategies_place_a_conversation_and_it_is_kept_how() {
        placing(
                "first",
                arrival -> placed(Optional.empty(), Optional.of(3), new SkillLevel("returns", 2)));
        placing(
                "second",
                arrival ->
                        placed(
                                Optional.of(new TeamId(2)),
                                Optional.of(9),
                                new SkillLevel("returns", 4)));
        entry("check-out", "first", "absent", "second");

        Conversation opened = openBy("check-out", 7);

        assertThat(opened.team()).isEqualTo(new TeamId(2));
        Reception reception = reception(opened);
        assertThat(reception.entryPoint()).isEqualTo("check-out");
        assertThat(reception.planRevision()).isEqualTo(1);
        assertThat(reception.priority()).isEqualTo(3);
        assertThat(reception.skills()).isEqualTo(List.of(new SkillLevel("returns", 4)));
        assertThat(reception.steps())
                .extracting(Reception.Step::verdict)
                .containsExactly(Verdict.ANSWERED, Verdict.MISSING, Verdict.ANSWERED);
        assertThatThrownBy(() -> helpdesk.decisions.reception(Helpdesk.visitor(7), opened.id()))
                .isInstanceOf(Fault.class);
    }

    @Test
    void a_strategy_that_places_badly_costs_its_turn_and_no_more() {
        placing(
                "throwing",
                arrival -> {
                    throw new IllegalStateException("broken");
                });
        placing("dreaming", arrival -> placed(Optional.of(new TeamId(99)), Optional.empty()));
        entry("check-out", "throwing", "dreaming");

        Conversation opened = openBy("check-out", 7);

        assertThat(opened.team()).isEqualTo(new TeamId(1));
        assertThat(reception(opened).steps())
                .extracting(Reception.Step::verdict)
                .containsExactly(Verdict.FAILED, Verdict.FAILED);
    }

    @Test
    void what_is_known_of_a_visitor_reaches_the_strategies_at_both_times() {
        AtomicReference<Arrival> arriving = new AtomicReference<>();
        AtomicReference<Arrival> waiting = new AtomicReference<>();
        placing(
                "noting",
                arrival -> {
                    arriving.set(arrival);
                    return Optional.empty();
                });
        helpdesk.strategy(
                "looking",
                request -> {
                    waiting.set(request.arrival());
                    return Preference.none();
                });
        helpdesk.crowd.sources.put(new VisitorId(7), FROM_BAIDU);
        helpdesk.crowd.known.put(new VisitorId(7), VIP);
        entry("check-out", "noting", "looking");
        helpdesk.agent(2, Presence.ONLINE, 1);

        Conversation opened = openBy("check-out", 7);
        await().until(() -> helpdesk.find(opened.id()).state() == ConversationState.ACTIVE);

        assertIsKnown(arriving.get());
        assertThat(waiting.get()).isEqualTo(arriving.get());
    }

    private static void assertIsKnown(Arrival arrival) {
        assertThat(arrival.source()).isEqualTo(FROM_BAIDU);
        assertThat(arrival.region()).contains("上海");
        assertThat(arrival.category()).contains("returns");
        assertThat(arrival.cart()).contains(new BigDecimal("99.50"));
        assertThat(arrival.orders()).as("no number").isEmpty();
        assertThat(arrival.level()).contains("VIP");
        assertThat(arrival.tags()).isEqualTo(List.of("loud"));
        assertThat(arrival.lastServed()).isEmpty();
    }

    @Test
    void who_served_a_visitor_last_is_known_the_next_time() {
        AtomicReference<Arrival> arriving = new AtomicReference<>();
        placing(
                "noting",
                arrival -> {
                    arriving.set(arrival);
                    return Optional.empty();
                });
        entry("check-out", "noting");
        AgentId agent = helpdesk.agent(2, Presence.ONLINE, 1);
        Conversation first = openBy("check-out", 7);
        await().until(() -> helpdesk.find(first.id()).state() == ConversationState.ACTIVE);
        helpdesk.close(first.id());

        helpdesk.conversations.open(
                Helpdesk.visitor(7),
                new Opening(
                        Optional.of("check-out"),
                        Optional.empty(),
                        Optional.empty(),
                        "en",
                        new Draft("b", "again")));

        assertThat(arriving.get().lastServed())
                .hasValueSatisfying(last -> assertThat(last.agent()).isEqualTo(agent));
    }

    @Test
    void an_entry_point_that_is_not_there_counts_as_the_teams_own() {
        Conversation opened = openBy("nowhere", 7);
        assertThat(reception(opened).entryPoint()).isEqualTo("team-1");
    }

    @Test
    void a_higher_priority_is_served_first_and_equals_in_order() {
        placing(
                "by-number",
                arrival ->
                        placed(
                                Optional.empty(),
                                Optional.of(arrival.visitor().value() >= 50 ? 5 : 0)));
        entry("check-out", "by-number");
        List<Conversation> opened =
                List.of(11L, 51L, 12L, 52L).stream()
                        .map(visitor -> openBy("check-out", visitor))
                        .toList();

        List<Long> order =
                helpdesk.tables.queues().waiting(1, 10).stream()
                        .map(ConversationRow::visitor)
                        .toList();

        assertThat(order).containsExactly(51L, 52L, 11L, 12L);
        assertThat(helpdesk.conversations.position(BOSS, opened.getFirst().id())).hasValue(3);
    }
}
