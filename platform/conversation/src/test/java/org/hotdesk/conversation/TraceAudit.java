package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.routing.Arrival.LastServed;
import org.hotdesk.api.routing.Decision;
import org.hotdesk.api.routing.Decision.Considered;
import org.hotdesk.api.routing.Decision.Step;
import org.hotdesk.api.routing.Decision.Verdict;
import org.hotdesk.api.routing.Preference.Choice;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.TeamId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Recomputes every assignment from the traces alone, in the order in which they were made, with a
 * ledger of its own of who was assigned when: what each strategy was given, what it had to answer,
 * and who was first at the end.
 */
final class TraceAudit {
    private final Map<TeamId, List<Entry>> entries = new HashMap<>();
    private final Map<TeamId, List<Gap>> gaps = new HashMap<>();
    private int recomputed;

    /** A trace with what was kept of its conversation. */
    record Entry(Decision decision, Instant turn, Optional<LastServed> known) {
        ConversationId id() {
            return decision.conversation();
        }
    }

    /**
     * A wait that nobody ended: a look at the queue meanwhile may have given it to somebody, whose
     * turn was over for the rest of that look, and left no trace of it.
     */
    private record Gap(Instant from, Instant to) {}

    void add(TeamId team, Entry entry) {
        entries.computeIfAbsent(team, id -> new ArrayList<>()).add(entry);
    }

    void gap(TeamId team, Instant from, Instant to) {
        gaps.computeIfAbsent(team, id -> new ArrayList<>()).add(new Gap(from, to));
    }

    /** How many assignments were recomputed. */
    int check() {
        entries.forEach(this::check);
        return recomputed;
    }

    private void check(TeamId team, List<Entry> all) {
        Map<Instant, List<Entry>> looks = new TreeMap<>();
        all.forEach(
                entry ->
                        looks.computeIfAbsent(entry.decision().at(), at -> new ArrayList<>())
                                .add(entry));
        Ledger ledger = new Ledger();
        looks.forEach(
                (at, look) -> {
                    look.sort(
                            Comparator.comparing(Entry::turn)
                                    .thenComparing(entry -> entry.id().value()));
                    Look one = new Look(ledger, gaps(team, at));
                    look.forEach(one::check);
                    ledger.write(look);
                });
    }

    private long gaps(TeamId team, Instant at) {
        return gaps.getOrDefault(team, List.of()).stream()
                .filter(gap -> !at.isBefore(gap.from()) && !at.isAfter(gap.to()))
                .count();
    }

    /** In which order agents were assigned last, by the looks that were committed. */
    private static final class Ledger {
        private final Map<AgentId, Long> last = new HashMap<>();
        private long number;

        long of(AgentId agent) {
            return last.getOrDefault(agent, -1L);
        }

        /** Room is taken by ascending agent. */
        void write(List<Entry> look) {
            look.stream()
                    .map(entry -> entry.decision().chosen())
                    .sorted(Comparator.comparing(AgentId::value))
                    .forEach(agent -> last.put(agent, number++));
        }
    }

    /** One look at a queue: the assignments that were committed together. */
    private final class Look {
        private final Ledger ledger;
        private final long gaps;
        private final Set<AgentId> given = new HashSet<>();
        private long lost;

        Look(Ledger ledger, long gaps) {
            this.ledger = ledger;
            this.gaps = gaps;
        }

        void check(Entry entry) {
            Decision decision = entry.decision();
            List<AgentId> left = candidates(decision);
            assertThat(left).as("%s, longest idle first", decision).isEqualTo(byIdleness(left));
            for (Step step : decision.steps()) {
                if (step.verdict() == Verdict.ANSWERED) {
                    check(step, left, entry);
                    left = kept(step);
                }
            }
            assertThat(decision.chosen()).as("%s", decision).isEqualTo(left.getFirst());
            given.add(decision.chosen());
            recomputed++;
        }

        private void check(Step step, List<AgentId> left, Entry entry) {
            List<AgentId> kept = kept(step);
            assertThat(left).as("%s keeps whom it was given", step).containsAll(kept);
            switch (step.strategy()) {
                case "returning" -> checkReturning(step, left, entry);
                case "load" -> {
                    // TraceCheck has recomputed it.
                }
                case "round-robin" -> {
                    assertThat(kept).hasSameSizeAs(left);
                    findLost(kept);
                    assertThat(kept).as("%s", entry.decision()).isEqualTo(inTurn(left));
                }
                default -> throw new AssertionError(step + " has nothing to say here");
            }
        }

        private void checkReturning(Step step, List<AgentId> left, Entry entry) {
            AgentId known = entry.known().orElseThrow().agent();
            if (left.contains(known)) {
                assertThat(kept(step)).as("%s", step).containsExactly(known);
            } else {
                assertThat(kept(step)).as("after waiting: %s", step).isEqualTo(left);
            }
        }

        /** Who stands behind somebody whose turn comes later was given one that left meanwhile. */
        private void findLost(List<AgentId> kept) {
            long latest = -1;
            for (AgentId agent : kept) {
                if (given.contains(agent)) {
                    continue;
                }
                if (ledger.of(agent) < latest) {
                    given.add(agent);
                    lost++;
                }
                latest = Math.max(latest, ledger.of(agent));
            }
            assertThat(lost).as("as many as left meanwhile").isLessThanOrEqualTo(gaps);
        }

        /** Those with a place on the floor, as it was when the look began. */
        private List<AgentId> byIdleness(List<AgentId> agents) {
            return agents.stream()
                    .sorted(Comparator.comparing(ledger::of).thenComparing(agent -> agent.value()))
                    .toList();
        }

        /** Whoever was given something in this very look goes last. */
        private List<AgentId> inTurn(List<AgentId> agents) {
            return agents.stream()
                    .sorted(
                            Comparator.comparing(
                                    agent ->
                                            given.contains(agent)
                                                    ? Long.MAX_VALUE
                                                    : ledger.of(agent)))
                    .toList();
        }
    }

    private static List<AgentId> candidates(Decision decision) {
        return decision.considered().stream()
                .filter(one -> one.leftOut().isEmpty())
                .map(Considered::agent)
                .toList();
    }

    private static List<AgentId> kept(Step step) {
        return step.kept().stream().map(Choice::agent).toList();
    }
}
