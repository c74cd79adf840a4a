package org.hotdesk.conversation;

import org.hotdesk.api.routing.Replay.Question;
import org.hotdesk.api.routing.ReplayReport;
import org.hotdesk.api.routing.ReplayReport.AgentShare;
import org.hotdesk.api.routing.ReplayReport.Share;
import org.hotdesk.api.routing.ReplayReport.Slot;
import org.hotdesk.api.staff.AgentId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts three worlds beside each other: the fact, the plans of then, and the other plan. */
final class ReplayFigures {
    private static final int SLOTS = 48;
    private static final int AGENTS = 500;

    private final Instant from;
    private final Instant to;
    private final World fact = new World();
    private final World plan = new World();
    private final World candidate = new World();
    private final long[] arrivals = new long[SLOTS];
    private final Map<Long, String> names = new HashMap<>();

    /** Who has those that are not over yet: two worlds have to meet before they are compared. */
    private final Map<Long, Pair> open = new HashMap<>();

    private long conversations;
    private long differing;
    private long differingFromPlan;

    /** By whom a conversation was had first in each simulation; 0: by nobody yet. */
    private static final class Pair {
        private final long inFact;
        private long planned;
        private long tried;

        Pair(long inFact) {
            this.inFact = inFact;
        }
    }

    ReplayFigures(Question question) {
        from = question.from();
        to = question.to();
    }

    /** What one world came to. */
    private static final class World {
        private final Waits waits = new Waits();
        private final Map<Long, long[]> shares = new TreeMap<>();
        private final long[] seconds = new long[SLOTS];
        private final long[] served = new long[SLOTS];

        long[] of(long agent) {
            return shares.computeIfAbsent(agent, id -> new long[2]);
        }

        void served(int slot, Duration wait) {
            waits.served(wait);
            seconds[slot] += wait.toSeconds();
            served[slot]++;
        }

        long meanWait(int slot) {
            return served[slot] == 0 ? 0 : Math.round((double) seconds[slot] / served[slot]);
        }

        Share share(long agent) {
            long[] share = shares.getOrDefault(agent, new long[2]);
            return new Share(share[0], share[1]);
        }
    }

    private boolean counts(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    private int slot(Instant at) {
        double share =
                (double) Duration.between(from, at).toMillis()
                        / Duration.between(from, to).toMillis();
        return Math.clamp((int) (share * SLOTS), 0, SLOTS - 1);
    }

    void name(long agent, String name) {
        if (!name.isEmpty()) {
            names.put(agent, name);
        }
    }

    /** A conversation began, and went as it did. */
    void began(Past past) {
        Instant since = past.queued().since();
        if (!counts(since)) {
            return;
        }
        conversations++;
        arrivals[slot(since)]++;
        past.waited().ifPresent(wait -> fact.served(slot(since), wait));
        if (past.patience().isPresent()) {
            fact.waits.abandoned();
        }
        long had = past.agent().orElse(0L);
        if (had != 0) {
            fact.of(had)[0]++;
            fact.of(had)[1] += past.service().toSeconds();
        }
        open.put(past.id(), new Pair(had));
    }

    Simulation.Watcher ofPlan() {
        return new Counter(plan, false);
    }

    Simulation.Watcher ofCandidate() {
        return new Counter(candidate, true);
    }

    /** Counts what happens in one simulation. */
    private final class Counter implements Simulation.Watcher {
        private final World world;
        private final boolean tried;

        Counter(World world, boolean tried) {
            this.world = world;
            this.tried = tried;
        }

        @Override
        public void assigned(Simulation.Guest guest, long agent, Instant at) {
            if (!counts(guest.since()) || guest.wasServed()) {
                return;
            }
            world.served(slot(guest.since()), Duration.between(guest.since(), at));
            world.of(agent)[0]++;
            meet(guest.past.id(), agent);
        }

        private void meet(long id, long agent) {
            Pair pair = open.get(id);
            if (pair == null) {
                return;
            }
            if (tried) {
                pair.tried = agent;
            } else {
                pair.planned = agent;
            }
            if (pair.tried != 0 && pair.planned != 0) {
                close(id, pair);
            }
        }

        @Override
        public void left(Simulation.Guest guest, long agent, Duration lasted) {
            if (counts(guest.since())) {
                world.of(agent)[1] += lasted.toSeconds();
            }
        }

        @Override
        public void gaveUp(Simulation.Guest guest) {
            if (counts(guest.since())) {
                world.waits.abandoned();
                meet(guest.past.id(), -1);
            }
        }
    }

    private void close(long id, Pair pair) {
        open.remove(id);
        long tried = Math.max(0, pair.tried);
        if (tried != pair.inFact) {
            differing++;
        }
        if (tried != Math.max(0, pair.planned)) {
            differingFromPlan++;
        }
    }

    ReplayReport report(Instant attendanceSince, boolean whole) {
        Map<Long, Pair> left = Map.copyOf(open);
        left.forEach(this::close);
        return new ReplayReport(
                attendanceSince,
                whole,
                conversations,
                fact.waits.outcome(conversations),
                plan.waits.outcome(conversations),
                candidate.waits.outcome(conversations),
                differing,
                differingFromPlan,
                agents(),
                slots());
    }

    private List<AgentShare> agents() {
        TreeMap<Long, Boolean> all = new TreeMap<>();
        for (World world : List.of(fact, plan, candidate)) {
            world.shares.keySet().forEach(agent -> all.put(agent, true));
        }
        return all.keySet().stream()
                .map(
                        agent ->
                                new AgentShare(
                                        new AgentId(agent),
                                        names.getOrDefault(agent, "#" + agent),
                                        fact.share(agent),
                                        plan.share(agent),
                                        candidate.share(agent)))
                .sorted(
                        Comparator.comparing((AgentShare one) -> one.candidate().assigned())
                                .reversed()
                                .thenComparing(one -> one.agent().value()))
                .limit(AGENTS)
                .toList();
    }

    private List<Slot> slots() {
        long step = Duration.between(from, to).toMillis() / SLOTS;
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < SLOTS; i++) {
            slots.add(
                    new Slot(
                            from.plusMillis(step * i),
                            arrivals[i],
                            fact.meanWait(i),
                            plan.meanWait(i),
                            candidate.meanWait(i)));
        }
        return slots;
    }
}
