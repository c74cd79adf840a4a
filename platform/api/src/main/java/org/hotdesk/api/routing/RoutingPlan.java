package org.hotdesk.api.routing;

import org.hotdesk.api.staff.TeamId;

import java.time.Instant;
import java.util.List;

/**
 * The ordered chain of strategies of the entry point that a team has by itself.
 *
 * @param revision grows with every change; 0 for the plan that nobody has changed yet
 * @param strategies their extension names in the order in which they are asked
 * @param changedBy name of who changed it last
 */
public record RoutingPlan(
        TeamId team, long revision, List<String> strategies, String changedBy, Instant changedAt) {
    public RoutingPlan {
        strategies = List.copyOf(strategies);
    }
}
