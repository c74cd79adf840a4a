package org.hotdesk.conversation;

import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.routing.Decision;
import org.hotdesk.api.routing.RoutingPlan;
import org.hotdesk.api.routing.RoutingPlans;
import org.hotdesk.api.staff.Slots;
import org.hotdesk.api.staff.TeamId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Serves the head of one team's queue: proposes an agent for each conversation in order until
 * nobody has room, then lets the database decide about all of them at once.
 */
@Component(service = QueuePass.class)
public final class QueuePass {
    private static final int MOST = 64;

    private final Tables tables;
    private final Slots slots;
    private final RoutingPlans plans;
    private final Chain chain;
    private final AssignmentWriter writer;

    @Activate
    public QueuePass(
            @Reference Tables tables,
            @Reference Slots slots,
            @Reference RoutingPlans plans,
            @Reference Strategies strategies) {
        this.tables = tables;
        this.slots = slots;
        this.plans = plans;
        this.chain = new Chain(strategies.point());
        this.writer = new AssignmentWriter(tables, slots);
    }

    /** Serves until the queue is empty or nobody has room. */
    void serve(TeamId team) {
        int most = MOST;
        while (true) {
            // Taken before the queue is read: who waited by then is seen by this pass.
            Instant at = tables.now();
            List<ConversationRow> waiting = tables.queues().waiting(team.value(), most);
            List<Assignment> proposed = propose(team, waiting, at);
            if (proposed.isEmpty()) {
                return;
            }
            boolean written = writer.write(proposed);
            if (written && waiting.size() < most && proposed.size() == waiting.size()) {
                // All who waited are served; whoever came since has woken this pass once more.
                return;
            }
            // Somebody's room was taken meanwhile: the one whom it concerns is looked at afresh and
            // alone, so that nobody later is served before.
            most = written ? MOST : 1;
        }
    }

    private List<Assignment> propose(TeamId team, List<ConversationRow> waiting, Instant at) {
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
            Chain.Ranking ranking = chain.rank(plan.strategies(), Waiting.of(row, candidates));
            Candidate chosen = ranking.best().getFirst();
            Decision decision =
                    new Decision(
                            new ConversationId(row.id()),
                            at,
                            chosen.agent(),
                            plan.revision(),
                            floor.considered(row.weight()),
                            ranking.steps());
            proposed.add(new Assignment(row, chosen, decision));
            floor.give(chosen.agent(), row.weight(), at);
        }
        return proposed;
    }
}
