package org.hotdesk.api.routing;

import org.hotdesk.api.Actor;
import org.hotdesk.api.extension.Provenance;
import org.hotdesk.api.staff.TeamId;
import org.osgi.annotation.versioning.ProviderType;

import java.util.List;

/**
 * The routing plans of the teams' own entry points. Changes need {@code routing.manage} and hold
 * from the next decision on.
 */
@ProviderType
public interface RoutingPlans {

    /**
     * The plan of a team; until somebody changes it, source → returning → skill → load →
     * round-robin.
     */
    RoutingPlan of(TeamId team);

    /**
     * Changes a plan.
     *
     * @param revision the revision that was read
     * @param strategies 0 to 20 names, each once; a name may stand here before its bundle is
     *     installed, and is skipped until then
     * @throws org.hotdesk.api.Fault STALE when it has been changed since; INVALID; NOT_FOUND
     */
    RoutingPlan change(Actor actor, TeamId team, long revision, List<String> strategies);

    /** The strategies that are installed now. */
    List<Provenance> installed();
}
