package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Page;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.routing.Arrival;
import org.hotdesk.api.routing.Decision.Verdict;
import org.hotdesk.api.routing.Placement;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.RoutingRequest;
import org.hotdesk.api.routing.RoutingStrategy;
import org.hotdesk.api.routing.Shadow;
import org.hotdesk.api.routing.ShadowDifference;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;

@OnBothDatabases
class ShadowTest {
    private static final Actor BOSS = new Actor.Platform("test");
    private static final String ENTRY = "team-1";

    private final CountDownLatch asleep = new CountDownLatch(1);
    private Helpdesk helpdesk;
    private StoredShadows shadows;

    @BeforeEach
    void open(TestDatabase database) {
        helpdesk = new Helpdesk(database, 2);
        shadows = new StoredShadows(helpdesk.tables, helpdesk.entryPoints, helpdesk.shadowRun);
        helpdesk.plans.change(BOSS, new TeamId(1), 0, List.of("two"));
        helpdesk.strategy("two", choosing(2));
        helpdesk.strategy("four", choosing(4));
        helpdesk.agent(2, Presence.ONLINE, 50);
        helpdesk.agent(4, Presence.ONLINE, 50);
        helpdesk.agent(3, Presence.ONLINE, 50);
    }

    @AfterEach
    void close() {
        asleep.countDown();
        helpdesk.close();
    }

    private static RoutingStrategy choosing(long agent) {
        return request ->
                request.candidates().stream()
                        .filter(one -> one.agent().value() == agent)
                        .collect(Preference.keeping("number " + agent));
    }

    private Conversation served(long visitor) {
        Conversation opened = helpdesk.open(visitor, "a", "hello");
        await().until(() -> helpdesk.find(opened.id()).state() == ConversationState.ACTIVE);
        return opened;
    }

    private Shadow start(String... strategies) {
        return shadows.start(BOSS, ENTRY, 0, List.of(strategies));
    }

    private Shadow shadow() {
        return shadows.find(BOSS, ENTRY).orElseThrow();
    }

    private List<ShadowDifference> differences() {
        return shadows.differences(BOSS, ENTRY, Optional.empty(), 100).items();
    }

    @Test
    void differences_are_kept_with_both_traces() {
        start("four");

        Conversation first = served(11);
        await().until(() -> shadow().decided() == 1);

        ShadowDifference difference = differences().getFirst();
        assertThat(difference.live().conversation()).isEqualTo(first.id());
        assertThat(difference.live().chosen()).isEqualTo(new AgentId(2));
        assertThat(difference.shadow().chosen()).contains(new AgentId(4));
        assertThat(difference.shadow().considered()).isEqualTo(difference.live().considered());
        assertThat(difference.shadow().steps())
                .extracting(step -> step.strategy())
                .containsExactly("four");
        assertThat(helpdesk.find(first.id()).agent()).contains(new AgentId(2));
    }

    @Test
    void where_both_agree_it_is_counted_and_not_kept() {
        start("two");

        served(11);
        served(12);

        await().until(() -> shadow().decided() == 2);
        assertThat(shadow().agreed()).isEqualTo(2);
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_candidate_that_puts_it_into_another_team_sees_that_team() {
        helpdesk.strategy(
                "elsewhere",
                new RoutingStrategy() {
                    @Override
                    public Preference choose(RoutingRequest request) {
                        return Preference.none();
                    }

                    @Override
                    public Optional<Placement> place(Arrival arrival) {
                        return Optional.of(
                                new Placement(
                                        Optional.of(new TeamId(2)),
                                        Optional.empty(),
                                        List.of(),
                                        Words.same("elsewhere")));
                    }
                });
        start("elsewhere");

        served(11);

        await().until(() -> shadow().decided() == 1);
        assertThat(differences().getFirst().shadow().chosen()).contains(new AgentId(3));
    }

    @Test
    void a_candidate_that_throws_breaks_nothing() {
        helpdesk.strategy(
                "broken",
                request -> {
                    throw new IllegalStateException("broken");
                });
        start("broken", "four");

        served(11);

        await().until(() -> shadow().decided() == 1);
        assertThat(differences().getFirst().shadow().steps())
                .extracting(step -> step.verdict())
                .containsExactly(Verdict.FAILED, Verdict.ANSWERED);
    }

    @Test
    void a_candidate_that_sleeps_delays_nobody_and_what_it_misses_is_counted() {
        helpdesk.strategy("asleep", request -> sleep());
        start("asleep");

        LongStream.range(0, 30).forEach(visitor -> served(100 + visitor));

        assertThat(shadow().decided()).as("it is still at the first").isZero();
        asleep.countDown();
        await().until(() -> shadow().decided() + shadow().dropped() == 30);
        assertThat(shadow().dropped()).isGreaterThanOrEqualTo(30 - 16 - Helpdesk.SHADOWS);
    }

    private Preference sleep() {
        try {
            asleep.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Preference.none();
    }

    @Test
    void it_is_started_and_ended_by_who_read_what_runs() {
        Shadow first = start("four");
        assertThatThrownBy(() -> start("two")).isInstanceOf(Fault.class);
        served(11);
        await().until(() -> shadow().decided() == 1);

        Shadow second = shadows.start(BOSS, ENTRY, first.revision(), List.of("two"));

        assertThat(second.revision()).isEqualTo(2);
        assertThat(shadow().decided()).isZero();
        assertThat(differences()).isEmpty();
        shadows.end(BOSS, ENTRY, 2);
        assertThat(shadows.list(BOSS)).isEmpty();
        assertThatThrownBy(this::differences).isInstanceOf(Fault.class);
    }

    @Test
    void differences_come_in_pages() {
        start("four");
        LongStream.range(0, 5).forEach(visitor -> served(100 + visitor));
        await().until(() -> shadow().decided() == 5);

        Page<ShadowDifference> first = shadows.differences(BOSS, ENTRY, Optional.empty(), 3);
        Page<ShadowDifference> rest = shadows.differences(BOSS, ENTRY, first.next(), 3);

        assertThat(first.items()).hasSize(3);
        assertThat(rest.items()).hasSize(2);
        assertThat(rest.next()).isEmpty();
    }
}
