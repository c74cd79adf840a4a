package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Permission;
import org.hotdesk.api.Words;
import org.hotdesk.api.routing.Arrival;
import org.hotdesk.api.routing.DryRuns;
import org.hotdesk.api.routing.EntryPoint;
import org.hotdesk.api.routing.EntryPoints;
import org.hotdesk.api.routing.Hypothesis;
import org.hotdesk.api.routing.Reception;
import org.hotdesk.api.staff.TeamId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Dry runs over the agents and queues of now. */
@Component
public final class RoutingDryRuns implements DryRuns {
    private static final int LONGEST_WAIT = 86_400;

    /** What a chat is; that of a trial is one. */
    private static final int WEIGHT = 1;

    private final Tables tables;
    private final EntryPoints entryPoints;
    private final Suppositions suppositions;
    private final Trials trials;
    private final Turns turns;

    @Activate
    public RoutingDryRuns(
            @Reference Tables tables,
            @Reference EntryPoints entryPoints,
            @Reference Suppositions suppositions,
            @Reference Trials trials,
            @Reference Turns turns) {
        this.tables = tables;
        this.entryPoints = entryPoints;
        this.suppositions = suppositions;
        this.trials = trials;
        this.turns = turns;
    }

    @Override
    public Rehearsal run(Actor actor, Hypothesis supposed, Optional<List<String>> strategies) {
        actor.require(Permission.CONVERSATION_READ_ALL);
        check(supposed);
        strategies.ifPresent(PlanRules::check);
        EntryPoint own = entryPoint(supposed);
        EntryPoint plan = strategies.map(names -> Plans.with(own, names)).orElse(own);
        Instant at = supposed.at().orElseGet(tables::now);
        Instant since = at.minusSeconds(supposed.waitedSeconds());
        Arrival arrival = suppositions.arrival(actor, supposed, plan.key(), since);
        Received received = trials.receive(plan, arrival);
        Reception reception = received.reception();
        Queued queued =
                new Queued(
                        reception.team(),
                        arrival.visitor(),
                        arrival.language(),
                        since,
                        WEIGHT,
                        reception.priority());
        int ahead =
                tables.queues()
                        .before(
                                reception.team().value(),
                                turns.of(since, reception.priority()),
                                Long.MAX_VALUE);
        return new Rehearsal(trials.now(plan, queued, received, at), at, ahead);
    }

    private EntryPoint entryPoint(Hypothesis supposed) {
        if (supposed.entryPoint().isPresent()) {
            String key = supposed.entryPoint().get();
            return entryPoints
                    .find(key)
                    .filter(
                            point ->
                                    supposed.team().isEmpty()
                                            || supposed.team().get().equals(point.details().team()))
                    .orElseThrow(() -> Fault.notFound("entry-point", key));
        }
        Optional<TeamId> team = supposed.team();
        return team.isPresent() ? entryPoints.of(team.get()) : entryPoints.list().getFirst();
    }

    private static void check(Hypothesis supposed) {
        if (supposed.waitedSeconds() < 0 || supposed.waitedSeconds() > LONGEST_WAIT) {
            throw Fault.invalid(
                    "waitedSeconds",
                    "wait-out-of-range",
                    new Words("已等待时间为 0 到 86,400 秒。", "A wait is between 0 and 86,400 seconds."));
        }
        Limits.checkLanguage(supposed.language());
    }
}
