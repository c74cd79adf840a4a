package org.hotdesk.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Page;
import org.hotdesk.api.extension.Provenance;
import org.hotdesk.api.routing.RoutingPlan;
import org.hotdesk.api.routing.RoutingPlans;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.staff.Teams;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.List;
import java.util.Optional;

/** The routing plans, and the strategies that they can be made of. */
@Component(service = Resource.class)
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RoutingResource implements Resource {
    private final RoutingPlans plans;
    private final Teams teams;

    record PlanChange(List<String> strategies) {}

    @Activate
    public RoutingResource(@Reference RoutingPlans plans, @Reference Teams teams) {
        this.plans = plans;
        this.teams = teams;
    }

    @GET
    @Path("teams/{id}/routing-plan")
    @Operation("The routing plan of a team")
    public RoutingPlan plan(@Context Caller caller, @PathParam("id") TeamId id) {
        caller.agent();
        var team = teams.find(id).orElseThrow(() -> Fault.notFound("team", id));
        return plans.of(team.id());
    }

    @PUT
    @Path("teams/{id}/routing-plan")
    @Operation("Changes the routing plan of a team")
    public RoutingPlan change(
            @Context Caller caller,
            @PathParam("id") TeamId id,
            @HeaderParam("If-Match") @Nullable String revision,
            PlanChange input) {
        return plans.change(caller.agent(), id, Versions.expected(revision), input.strategies());
    }

    @GET
    @Path("routing-strategies")
    @Operation("The strategies that are installed now")
    public Page<Provenance> strategies(@Context Caller caller) {
        caller.agent();
        return new Page<>(plans.installed(), Optional.empty());
    }
}
