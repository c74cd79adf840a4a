package org.hotdesk.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.staff.StaffRoom.BOSS;
import static org.hotdesk.staff.StaffRoom.agentNamed;

import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Availability;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.Team;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/** However many try at once: never above capacity, never below nothing, nothing gone. */
@OnBothDatabases
class SlotContentionTest {
    private static final int THREADS = 64;
    private static final int AGENTS = 40;
    private static final int CAPACITY = 3;
    private static final int STEPS = 60;

    private StaffRoom room;
    private Team team;
    private List<AgentId> agents;

    /** What the winners of takes hold; every other count must agree with it. */
    private final AtomicIntegerArray held = new AtomicIntegerArray(AGENTS);

    @BeforeEach
    void open(TestDatabase database) {
        room = new StaffRoom(database);
        team = room.team("售前");
        agents =
                IntStream.range(0, AGENTS)
                        .mapToObj(i -> room.online(agentNamed("agent" + i, team.id())))
                        .map(Agent::id)
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {20_260_301, 77})
    void sixty_four_threads_never_overload_forty_agents(long seed) throws Exception {
        List<Callable<Void>> everybody = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            long own = seed * 1_000 + i;
            everybody.add(i == 0 ? () -> comeAndGo(own) : () -> takeAndRelease(own));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Void> each : threads.invokeAll(everybody)) {
                each.get();
            }
        }

        for (AgentId agent : agents) {
            room.presences.set(BOSS, agent, Presence.ONLINE, Optional.empty());
        }
        List<Integer> loads =
                room.slots.ofTeam(team.id()).stream().map(Availability::load).toList();
        List<Integer> expected = IntStream.range(0, AGENTS).mapToObj(held::get).toList();
        assertThat(loads).as("seed %d", seed).isEqualTo(expected);
    }

    /** Takes and gives back at random, several agents in one transaction by ascending id. */
    private Void takeAndRelease(long seed) {
        var random = new Random(seed);
        List<Integer> mine = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            if (!mine.isEmpty() && random.nextInt(100) < 45) {
                int agent = mine.remove(random.nextInt(mine.size()));
                held.decrementAndGet(agent);
                room.slots.release(agents.get(agent), 1);
            } else {
                int first = random.nextInt(AGENTS);
                int second = random.nextInt(AGENTS);
                take(Math.min(first, second), Math.max(first, second)).forEach(mine::add);
            }
            assertWithinCapacity(random);
        }
        return null;
    }

    private List<Integer> take(int first, int second) {
        List<Integer> taken =
                room.transactions.run(
                        () ->
                                IntStream.of(first, second)
                                        .distinct()
                                        .filter(agent -> room.slots.take(agents.get(agent), 1))
                                        .boxed()
                                        .toList());
        for (int agent : taken) {
            assertThat(held.incrementAndGet(agent)).isBetween(1, CAPACITY);
        }
        return taken;
    }

    private void assertWithinCapacity(Random random) {
        if (random.nextInt(10) == 0) {
            assertThat(room.slots.ofTeam(team.id()))
                    .allMatch(each -> each.load() >= 0 && each.load() <= CAPACITY);
        }
    }

    /** Agents come and go meanwhile. */
    private Void comeAndGo(long seed) {
        var random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            AgentId agent = agents.get(random.nextInt(AGENTS));
            Presence presence = Presence.values()[random.nextInt(Presence.values().length)];
            room.presences.set(BOSS, agent, presence, Optional.empty());
            room.presences.heartbeat(agents);
        }
        return null;
    }
}
