package org.hotdesk.api.event;

import org.hotdesk.api.routing.RoutingPlan;

/** A team's routing plan is another than before. */
public record RoutingPlanChanged(RoutingPlan plan) implements Event {
    @Override
    public String subject() {
        return "team/" + plan.team();
    }
}
