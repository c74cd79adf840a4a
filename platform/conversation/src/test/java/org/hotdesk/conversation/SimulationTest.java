package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.Reception;
import org.hotdesk.api.routing.RoutingStrategy;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.routing.round.robin.RoundRobin;
import org.hotdesk.testkit.DirectExtensions;
import org.hotdesk.testkit.SampleArrival;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

class SimulationTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final TeamId TEAM = new TeamId(1);

    private final DirectExtensions extensions = new DirectExtensions();
    private final List<String> story = new ArrayList<>();
    private final Simulation world =
            new Simulation(
                    new Chain(new Strategies(extensions).point()),
                    Helpdesk.turns(),
                    new Simulation.Watcher() {
                        @Override
                        public void assigned(Simulation.Guest guest, long agent, Instant at) {
                            tell(guest, "to " + agent, at);
                        }

                        @Override
                        public void left(Simulation.Guest guest, long agent, Duration lasted) {
                            story.add(
                                    guest.past.id()
                                            + " left "
                                            + agent
                                            + " after "
                                            + lasted.toSeconds());
                        }

                        @Override
                        public void gaveUp(Simulation.Guest guest) {
                            story.add(guest.past.id() + " gave up");
                        }
                    });

    private void tell(Simulation.Guest guest, String what, Instant at) {
        story.add(guest.past.id() + " " + what + " at " + Duration.between(START, at).toSeconds());
    }

    private static Instant second(long number) {
        return START.plusSeconds(number);
    }

    private void atWork(long agent, int capacity) {
        atWork(agent, capacity, Presence.ONLINE, START);
    }

    private void atWork(long agent, int capacity, Presence presence, Instant from) {
        world.attend(
                agent,
                new Attendance("agent " + agent, presence, capacity, true, Set.of(1L), List.of()),
                from);
    }

    private void comes(long id, long at, long takes, Optional<Duration> patience, String... plan) {
        Reception reception = new Reception("team-1", 0, TEAM, 0, List.of(), List.of());
        Received received = new Received(SampleArrival.arrival().visitor(id), reception);
        Queued queued = new Queued(TEAM, new VisitorId(id), "en", second(at), 1, 0);
        world.arrive(
                new Past(
                        id,
                        queued,
                        received,
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofSeconds(takes),
                        patience),
                received,
                List.of(plan));
    }

    private void comes(long id, long at, long takes) {
        comes(id, at, takes, Optional.empty());
    }

    @Test
    void who_comes_while_everybody_is_busy_waits_until_somebody_is_free() {
        atWork(5, 1);
        comes(1, 0, 30);
        comes(2, 10, 30);
        comes(3, 20, 30);

        world.advance(second(100));

        assertThat(story)
                .containsExactly(
                        "1 to 5 at 0",
                        "1 left 5 after 30",
                        "2 to 5 at 30",
                        "2 left 5 after 30",
                        "3 to 5 at 60",
                        "3 left 5 after 30");
    }

    @Test
    void who_gave_up_in_fact_gives_up_after_the_same_time_unless_served_before() {
        atWork(5, 1);
        comes(1, 0, 30);
        comes(2, 10, 30, Optional.of(Duration.ofSeconds(15)));
        comes(3, 20, 5, Optional.of(Duration.ofSeconds(15)));

        world.advance(second(100));

        assertThat(story)
                .containsExactly(
                        "1 to 5 at 0",
                        "2 gave up",
                        "1 left 5 after 30",
                        "3 to 5 at 30",
                        "3 left 5 after 5");
    }

    @Test
    void who_loses_their_agent_keeps_their_place_and_what_is_left_to_do() {
        atWork(5, 1);
        comes(1, 0, 30);
        comes(2, 5, 30);
        atWork(5, 1, Presence.OFFLINE, second(10));
        atWork(6, 1, Presence.ONLINE, second(20));

        world.advance(second(100));

        assertThat(story)
                .containsExactly(
                        "1 to 5 at 0",
                        "1 left 5 after 10",
                        "1 to 6 at 20",
                        "1 left 6 after 20",
                        "2 to 6 at 40",
                        "2 left 6 after 30");
    }

    @Test
    void who_is_busy_or_away_gets_no_more_and_goes_on_with_what_is_there() {
        atWork(5, 2);
        comes(1, 0, 30);
        atWork(5, 2, Presence.AWAY, second(10));
        comes(2, 15, 5);
        atWork(5, 2, Presence.ONLINE, second(50));

        world.advance(second(100));

        assertThat(story)
                .containsExactly(
                        "1 to 5 at 0", "1 left 5 after 30", "2 to 5 at 50", "2 left 5 after 5");
    }

    @Test
    void a_strategy_that_waits_for_somebody_is_asked_again_when_the_wait_is_over() {
        atWork(5, 1);
        atWork(6, 1);
        RoutingStrategy patient =
                request ->
                        request.full().isEmpty()
                                ? Preference.none()
                                : Preference.holding(
                                        new Preference.Hold(
                                                new AgentId(5),
                                                request.queuedAt().plusSeconds(20),
                                                org.hotdesk.api.Words.same("patient")));
        extensions.with(RoutingStrategy.class, "patient", patient);
        comes(1, 0, 100, Optional.empty());
        comes(2, 10, 5, Optional.empty(), "patient");

        world.advance(second(60));

        assertThat(story).containsExactly("1 to 5 at 0", "2 to 6 at 30", "2 left 6 after 5");
    }

    @Test
    void the_same_input_gives_the_same_story_and_never_an_agent_above_capacity() {
        long seed = Long.getLong("hotdesk.test.seed", System.nanoTime());
        System.out.println("simulation seed " + seed);
        extensions.with(RoutingStrategy.class, "round-robin", new RoundRobin());
        SimulationTest again = new SimulationTest();
        again.extensions.with(RoutingStrategy.class, "round-robin", new RoundRobin());

        play(this, seed);
        play(again, seed);

        assertThat(story).isEqualTo(again.story).hasSizeGreaterThan(1_000);
        assertThat(mostAtOnce()).allSatisfy((agent, most) -> assertThat(most).isLessThan(4));
    }

    private static void play(SimulationTest test, long seed) {
        Random random = new Random(seed);
        long at = 0;
        for (int step = 0; step < 1_500; step++) {
            at += random.nextInt(20);
            if (random.nextInt(10) == 0) {
                Presence[] presences = Presence.values();
                Presence presence = presences[random.nextInt(presences.length)];
                test.atWork(1 + random.nextInt(8), 3, presence, second(at));
            } else {
                Optional<Duration> patience =
                        Optional.of(Duration.ofSeconds(random.nextInt(300)))
                                .filter(some -> random.nextInt(4) == 0);
                test.comes(step, at, 10 + random.nextInt(200), patience, "round-robin");
            }
        }
        test.world.advance(second(at + 100_000));
    }

    private Map<String, Integer> mostAtOnce() {
        Map<String, Integer> load = new TreeMap<>();
        Map<String, Integer> most = new TreeMap<>();
        for (String line : story) {
            String[] words = line.split(" ", -1);
            if (words[1].equals("to")) {
                most.merge(words[2], load.merge(words[2], 1, Integer::sum), Math::max);
            } else if (words[1].equals("left")) {
                load.merge(words[2], -1, Integer::sum);
            }
        }
        return most;
    }
}
