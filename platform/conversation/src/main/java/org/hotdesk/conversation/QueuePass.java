package org.hotdesk.conversation;

import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.routing.Decision;
import org.hotdesk.api.routing.EntryPoint;
import org.hotdesk.api.routing.EntryPoints;
import org.hotdesk.api.staff.Slots;
import org.hotdesk.api.staff.TeamId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Serves the head of one team's queue: proposes an agent for each conversation in order until
 * nobody has room, then lets the database decide about all of them at once.
 */
@Component(service = QueuePass.class)
public final class QueuePass {
    private static final int MOST = 64;

    private final Tables tables;
    private final Slots slots;
    private final EntryPoints entryPoints;
    private final ReceptionBook receptions;
    private final Chain chain;
    private final AssignmentWriter writer;

    // checkstyle off: ParameterNumber, because the container puts every part in here
    @Activate
    public QueuePass(
            @Reference Tables tables,
            @Reference Slots slots,
            @Reference EntryPoints entryPoints,
            @Reference ReceptionBook receptions,
            @Reference Strategies strategies,
            @Reference ShadowRun shadows) {
        this.tables = tables;
        this.slots = slots;
        this.entryPoints = entryPoints;
        this.receptions = receptions;
        this.chain = new Chain(strategies.point());
        this.writer = new AssignmentWriter(tables, slots, shadows::decided);
    }

    // checkstyle on: ParameterNumber

    /**
     * Serves until the queue is empty or nobody has room.
     *
     * @return when somebody has waited long enough for one agent, and the queue is to be served
     *     again; empty when nobody waits for one
     */
    Optional<Instant> serve(TeamId team) {
        int most = MOST;
        int held = 0;
        while (true) {
            // Taken before the queue is read: who waited by then is seen by this pass.
            Instant at = tables.now();
            List<ConversationRow> waiting = tables.queues().waiting(team.value(), most + held);
            if (waiting.isEmpty()) {
                return Optional.empty();
            }
            Round round = new Round(team, at, receptions.of(waiting));
            round.propose(waiting);
            if (round.proposed.isEmpty()) {
                if (round.held == held || waiting.size() < most + held) {
                    return round.until;
                }
                // Behind those who wait for one agent there may be others.
                held = round.held;
                continue;
            }
            boolean written = writer.write(round.proposed);
            if (written
                    && waiting.size() < most + held
                    && round.proposed.size() + round.held == waiting.size()) {
                // All who waited are served, or wait for somebody; whoever came since has woken
                // this
                // pass once more.
                return round.until;
            }
            held = round.held;
            // Somebody's room was taken meanwhile: the one whom it concerns is looked at afresh and
            // alone, so that nobody later is served before.
            most = written ? MOST : 1;
        }
    }

    /** One look at the queue: what it proposes, and who waits for somebody. */
    private final class Round {
        private final TeamId team;
        private final Instant at;
        private final Map<Long, Received> received;
        private final Floor floor;
        private final Map<String, EntryPoint> plans = new HashMap<>();
        private final List<Assignment> proposed = new ArrayList<>();
        private int held;
        private Optional<Instant> until = Optional.empty();

        Round(TeamId team, Instant at, Map<Long, Received> received) {
            this.team = team;
            this.at = at;
            this.received = received;
            floor = new Floor(slots.ofTeam(team));
        }

        void propose(List<ConversationRow> waiting) {
            for (ConversationRow row : waiting) {
                List<Candidate> candidates = floor.candidates(row.weight());
                if (candidates.isEmpty()) {
                    return;
                }
                propose(row, candidates);
            }
        }

        private void propose(ConversationRow row, List<Candidate> candidates) {
            Received known = Objects.requireNonNull(received.get(row.id()));
            EntryPoint entry = plan(known.reception().entryPoint());
            Waiting look =
                    new Waiting(Queued.of(row), known, at, floor.full(row.weight()), candidates);
            Chain.Ranking ranking = chain.rank(entry.details().strategies(), look);
            if (ranking.until().isPresent()) {
                held++;
                Instant end = ranking.until().get();
                until = until.filter(end::isAfter).or(() -> Optional.of(end));
                return;
            }
            Candidate chosen = ranking.best().getFirst();
            Decision decision =
                    new Decision(
                            new ConversationId(row.id()),
                            at,
                            chosen.agent(),
                            entry.revision(),
                            floor.considered(row.weight()),
                            ranking.steps());
            proposed.add(new Assignment(row, look, chosen, decision));
            floor.give(chosen.agent(), row.weight(), at);
        }

        /** That of the team, where the entry point is gone. */
        private EntryPoint plan(String key) {
            return plans.computeIfAbsent(
                    key, one -> entryPoints.find(one).orElseGet(() -> entryPoints.of(team)));
        }
    }
}
