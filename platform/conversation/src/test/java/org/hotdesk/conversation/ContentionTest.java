package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.customer.CustomerDetails;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.routing.Decision;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.desk.DeskTable;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Many arrivals at once against few agents who come and go: what must never happen does not happen.
 * The table of the test's desk refuses a load above capacity or below zero by itself.
 */
@OnBothDatabases
class ContentionTest {
    /** Ten thousand with {@code -Dhotdesk.contention=10000}; every build does a few hundred. */
    private static final int CONVERSATIONS = Integer.getInteger("hotdesk.contention", 384);

    private static final boolean LARGE = CONVERSATIONS > 2_000;
    private static final int ARRIVING = LARGE ? 256 : 64;
    private static final int VISITS = (CONVERSATIONS + ARRIVING - 1) / ARRIVING;
    private static final int AGENTS = LARGE ? 200 : 40;
    private static final int CAPACITY = LARGE ? 1 : 3;
    private static final int TEAMS = LARGE ? 10 : 4;
    private static final int MINUTES = LARGE ? 20 : 2;
    private static final CustomerDetails VIP =
            new CustomerDetails(
                    "王芳",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Map.of("level", "VIP"));
    private static final Actor BOSS = new Actor.Platform("test");

    private final Map<ConversationId, CountDownLatch> assigned = new ConcurrentHashMap<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Semaphore comings = new Semaphore(0);
    private final Semaphore looks = new Semaphore(0);
    private final Semaphore swaps = new Semaphore(0);
    private final TraceAudit audit = new TraceAudit();
    private final FairnessWatch watch = new FairnessWatch(id -> latch(id).countDown());

    @Test
    void nobody_is_overloaded_served_twice_or_passed_over(TestDatabase database) throws Exception {
        long seed = Long.getLong("hotdesk.test.seed", System.nanoTime());
        System.out.println("contention seed " + seed);
        database.listen(watch);
        try (Helpdesk helpdesk = new Helpdesk(database, TEAMS);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            staff(helpdesk);
            Future<?> presences = threads.submit(() -> comeAndGo(helpdesk, new Random(seed)));
            Future<Long> overloads =
                    threads.submit(() -> countOverloads(helpdesk, new Random(seed)));
            Future<?> mischief = threads.submit(() -> swap(helpdesk, new Random(seed)));
            List<Future<?>> visits = new ArrayList<>();
            for (int thread = 0; thread < ARRIVING; thread++) {
                Random random = new Random(seed + 1 + thread);
                long visitor = 1_000L * (thread + 1);
                visits.add(threads.submit(() -> visit(helpdesk, visitor, random)));
            }
            for (Future<?> visit : visits) {
                visit.get(MINUTES, TimeUnit.MINUTES);
            }
            end();
            presences.get(30, TimeUnit.SECONDS);
            mischief.get(30, TimeUnit.SECONDS);
            assertThat(overloads.get(30, TimeUnit.SECONDS)).isZero();
            assertThat(watch.complaints(one -> known(helpdesk, one))).isEmpty();
            assertThat(audit.check()).isGreaterThan(CONVERSATIONS / 2);
            assertThat(watch.assignments()).isGreaterThan(ARRIVING * VISITS / 2);
            await().untilAsserted(() -> nothingIsLeft(helpdesk));
        }
    }

    private void end() {
        over.set(true);
        somethingHappened();
    }

    /** What is written of a conversation; its traces are checked on the way. */
    private FairnessWatch.Known known(Helpdesk helpdesk, Conversation conversation) {
        List<Decision> decisions = helpdesk.decisions.of(BOSS, conversation.id());
        decisions.forEach(TraceCheck::check);
        ConversationRow row =
                helpdesk.tables.conversations().find(conversation.id().value()).orElseThrow();
        Received received =
                Objects.requireNonNull(helpdesk.receptions.of(List.of(row)).get(row.id()));
        Instant turn =
                Helpdesk.turns().of(conversation.queuedAt(), received.reception().priority());
        assertThat(row.state())
                .as("conversation %s ended", row.id())
                .isIn(ConversationState.CLOSED, ConversationState.ABANDONED);
        decisions.forEach(
                decision ->
                        audit.add(
                                conversation.team(),
                                new TraceAudit.Entry(
                                        decision, turn, received.arrival().lastServed())));
        if (row.agent().isEmpty()) {
            // A look may see who came since it began, and whose end is not committed yet.
            audit.gap(
                    conversation.team(),
                    row.openedAt().minusSeconds(1),
                    row.closedAt().orElseThrow().plusSeconds(1));
        }
        return new FairnessWatch.Known(
                decisions, turn, received.arrival().lastServed().isPresent());
    }

    private static void staff(Helpdesk helpdesk) {
        ShippedStrategies.all(1).forEach(helpdesk::strategy);
        // One of three is a VIP, who has a team and a priority.
        for (int thread = 0; thread < ARRIVING; thread += 3) {
            helpdesk.crowd.known.put(new VisitorId(1_000L * (thread + 1)), VIP);
        }
        for (int agent = 1; agent <= AGENTS; agent++) {
            helpdesk.agent(agent, Presence.ONLINE, CAPACITY);
        }
    }

    /**
     * Waits until something happened, so that both sides are busy and neither spins; false at the
     * end.
     */
    private boolean isTurn(Semaphore turns) {
        turns.acquireUninterruptibly();
        return !over.get();
    }

    private void somethingHappened() {
        comings.release();
        looks.release();
        swaps.release();
    }

    private CountDownLatch latch(ConversationId id) {
        return assigned.computeIfAbsent(id, unknown -> new CountDownLatch(1));
    }

    private void comeAndGo(Helpdesk helpdesk, Random random) {
        Presence[] presences = Presence.values();
        while (isTurn(comings)) {
            AgentId somebody = new AgentId(1 + random.nextInt(AGENTS));
            helpdesk.presence(somebody, presences[random.nextInt(presences.length)]);
            helpdesk.presence(new AgentId(1 + random.nextInt(AGENTS)), Presence.ONLINE);
        }
        for (int agent = 1; agent <= AGENTS; agent++) {
            helpdesk.presence(new AgentId(agent), Presence.ONLINE);
        }
    }

    private void swap(Helpdesk helpdesk, Random random) {
        Mischief mischief = new Mischief(helpdesk, random);
        while (isTurn(swaps)) {
            mischief.act();
        }
        mischief.end();
    }

    /** How often the conversations themselves, not the counters, showed somebody above capacity. */
    private long countOverloads(Helpdesk helpdesk, Random overloaded) {
        long overloads = 0;
        while (isTurn(looks)) {
            long agent = 1 + overloaded.nextInt(AGENTS);
            if (helpdesk.tables.queues().activeOf(agent).size() > CAPACITY) {
                overloads++;
            }
        }
        return overloads;
    }

    private void visit(Helpdesk helpdesk, long visitor, Random random) {
        for (int visit = 0; visit < VISITS; visit++) {
            Conversation opened =
                    helpdesk.open(visitor, "first-" + visit, 1 + random.nextInt(TEAMS), "hello");
            if (random.nextInt(10) > 0) {
                awaitAgent(opened.id());
            }
            if (random.nextBoolean()) {
                helpdesk.post(Helpdesk.visitor(visitor), opened.id(), "more-" + visit, "and?");
            }
            somethingHappened();
            watch.leaving(opened.id());
            helpdesk.close(opened.id());
        }
    }

    private void awaitAgent(ConversationId id) {
        try {
            assertThat(latch(id).await(60, TimeUnit.SECONDS))
                    .as("conversation %s is served", id)
                    .isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for an agent", stopped);
        }
    }

    private static void nothingIsLeft(Helpdesk helpdesk) {
        assertThat(helpdesk.desk.rows()).extracting(DeskTable.DeskRow::loadNow).containsOnly(0);
        assertThat(helpdesk.tables.queues().teamsWithQueue()).isEmpty();
        assertThat(helpdesk.tables.queues().agentsWithConversations()).isEmpty();
    }
}
