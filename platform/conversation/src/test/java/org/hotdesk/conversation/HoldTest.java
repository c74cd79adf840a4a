package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.Preference.Hold;
import org.hotdesk.api.routing.RoutingRequest;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

@OnBothDatabases
class HoldTest {
    private static final Actor BOSS = new Actor.Platform("test");
    private static final long LOYAL = 1_000;
    private static final AgentId KNOWN = new AgentId(1);

    private Helpdesk helpdesk;
    private Duration patience = Duration.ofMinutes(5);

    /** Visitors from 1,000 on wait for the first agent. */
    @BeforeEach
    void open(TestDatabase database) {
        helpdesk = new Helpdesk(database, 1);
        helpdesk.strategy("loyal", this::choose);
        helpdesk.plans.change(
                BOSS, new TeamId(1), helpdesk.plans.of(new TeamId(1)).revision(), List.of("loyal"));
        helpdesk.agent(KNOWN.value(), Presence.ONLINE, 1);
    }

    @AfterEach
    void close() {
        helpdesk.close();
    }

    private Preference choose(RoutingRequest request) {
        boolean isFull = request.full().stream().anyMatch(agent -> agent.agent().equals(KNOWN));
        if (request.visitor().value() < LOYAL) {
            return request.candidates().reversed().stream().collect(Preference.keeping("any"));
        }
        return isFull
                ? Preference.holding(
                        new Hold(KNOWN, request.queuedAt().plus(patience), new Words("等", "wait")))
                : request.candidates().stream()
                        .filter(candidate -> candidate.agent().equals(KNOWN))
                        .collect(Preference.keeping("known"));
    }

    private Conversation open(long visitor) {
        return helpdesk.open(visitor, "a", "hello");
    }

    private void awaitAgent(Conversation conversation, AgentId agent) {
        await().untilAsserted(
                        () -> assertThat(helpdesk.find(conversation.id()).agent()).contains(agent));
    }

    @Test
    void a_conversation_waits_for_its_agent_and_holds_up_nobody() {
        Conversation busy = open(1);
        awaitAgent(busy, KNOWN);
        AgentId other = helpdesk.agent(2, Presence.ONLINE, 2);
        Conversation loyal = open(LOYAL);

        awaitAgent(open(2), other);
        assertThat(helpdesk.find(loyal.id()).state()).isEqualTo(ConversationState.QUEUED);

        helpdesk.close(busy.id());
        awaitAgent(loyal, KNOWN);
    }

    @Test
    void when_its_time_is_over_it_is_routed_as_any_other() {
        patience = Duration.ofMillis(400);
        awaitAgent(open(1), KNOWN);
        AgentId other = helpdesk.agent(2, Presence.ONLINE, 2);

        Conversation loyal = open(LOYAL);

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(helpdesk.find(loyal.id()).agent()).contains(other));
        assertThat(
                        Duration.between(
                                loyal.queuedAt(),
                                helpdesk.find(loyal.id()).assignedAt().orElseThrow()))
                .isBetween(Duration.ofMillis(400), Duration.ofSeconds(5));
    }

    @Test
    void however_many_wait_for_somebody_those_behind_them_are_served() {
        awaitAgent(open(1), KNOWN);
        AgentId other = helpdesk.agent(2, Presence.ONLINE, 200);
        List<Conversation> loyal = new ArrayList<>();
        for (int visitor = 0; visitor < 150; visitor++) {
            loyal.add(open(LOYAL + visitor));
        }

        awaitAgent(open(2), other);
        assertThat(loyal)
                .extracting(one -> helpdesk.find(one.id()).state())
                .containsOnly(ConversationState.QUEUED);
    }

    @Test
    void nobody_is_held_for_an_agent_who_leaves() {
        awaitAgent(open(1), KNOWN);
        AgentId other = helpdesk.agent(2, Presence.ONLINE, 5);
        Conversation loyal = open(LOYAL);

        helpdesk.presence(KNOWN, Presence.AWAY);

        awaitAgent(loyal, other);
    }
}
