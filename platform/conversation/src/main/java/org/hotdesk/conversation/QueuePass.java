package org.hotdesk.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.routing.Decision;
import org.hotdesk.api.routing.RoutingPlan;
import org.hotdesk.api.routing.RoutingPlans;
import org.hotdesk.api.staff.Slots;
import org.hotdesk.api.staff.TeamId;

/**
 * Serves the head of one team's queue: proposes an agent for each conversation in order until
 * nobody has room, then lets the database decide about all of them at once.
 */
final class QueuePass {
    private static final int MOST = 64;

    private final Tables tables;
    private final Slots slots;
    private final RoutingPlans plans;
    private final Chain chain;
    private final AssignmentWriter writer;
    private final Clock clock;

    QueuePass(
            Tables tables, Slots slots, RoutingPlans plans, Chain chain, AssignmentWriter writer) {
        this.tables = tables;
        this.slots = slots;
        this.plans = plans;
        this.chain = chain;
        this.writer = writer;
        this.clock = writer.clock();
    }

    /** Serves until the queue is empty or nobody has room. */
    void serve(TeamId team) {
        int most = MOST;
        while (true) {
            List<ConversationRow> waiting = tables.queues().waiting(team.value(), most);
            List<Assignment> proposed = propose(team, waiting);
            if (proposed.isEmpty()) {
                return;
            }
            // Somebody's room was taken meanwhile: the one whom it concerns is looked at afresh and
            // alone, so that nobody later is served before.
            most = writer.write(proposed) ? MOST : 1;
        }
    }

    private List<Assignment> propose(TeamId team, List<ConversationRow> waiting) {
        List<Assignment> proposed = new ArrayList<>();
        if (waiting.isEmpty()) {
            return proposed;
        }
        Floor floor = new Floor(slots.ofTeam(team));
        RoutingPlan plan = plans.of(team);
        for (ConversationRow row : waiting) {
            List<Candidate> candidates = floor.candidates(row.weight());
            if (candidates.isEmpty()) {
                return proposed;
            }
            Assignment assignment = decide(row, plan, floor, candidates);
            floor.give(assignment.agent(), row.weight(), assignment.decision().at());
            proposed.add(assignment);
        }
        return proposed;
    }

    private Assignment decide(
            ConversationRow row, RoutingPlan plan, Floor floor, List<Candidate> candidates) {
        Chain.Ranking ranking = chain.rank(plan.strategies(), Waiting.of(row, candidates));
        Candidate chosen = ranking.best().getFirst();
        Instant now = clock.instant();
        Decision decision =
                new Decision(
                        new ConversationId(row.id()),
                        now,
                        chosen.agent(),
                        plan.revision(),
                        floor.considered(row.weight()),
                        ranking.steps());
        return new Assignment(row, chosen, decision);
    }
}
