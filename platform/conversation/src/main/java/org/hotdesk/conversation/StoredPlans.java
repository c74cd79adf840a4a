package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.extension.Provenance;
import org.hotdesk.api.routing.EntryPoint;
import org.hotdesk.api.routing.EntryPoints;
import org.hotdesk.api.routing.RoutingPlan;
import org.hotdesk.api.routing.RoutingPlans;
import org.hotdesk.api.staff.TeamId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.List;

/** The plans of the teams' own entry points. */
@Component
public final class StoredPlans implements RoutingPlans {
    private final EntryPoints entryPoints;
    private final Strategies strategies;

    @Activate
    public StoredPlans(@Reference EntryPoints entryPoints, @Reference Strategies strategies) {
        this.entryPoints = entryPoints;
        this.strategies = strategies;
    }

    @Override
    public RoutingPlan of(TeamId team) {
        return StoredEntryPoints.planOf(entryPoints.of(team));
    }

    @Override
    public RoutingPlan change(Actor actor, TeamId team, long revision, List<String> names) {
        EntryPoint own = entryPoints.of(team);
        EntryPoint.Details details = new EntryPoint.Details(own.details().name(), team, names);
        return StoredEntryPoints.planOf(entryPoints.change(actor, own.key(), revision, details));
    }

    @Override
    public List<Provenance> installed() {
        return strategies.point().present();
    }
}
