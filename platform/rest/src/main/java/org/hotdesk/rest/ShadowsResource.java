package org.hotdesk.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Page;
import org.hotdesk.api.routing.Shadow;
import org.hotdesk.api.routing.ShadowDifference;
import org.hotdesk.api.routing.Shadows;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.List;
import java.util.Optional;

/** Candidate plans that decide silently next to the live ones. */
@Component(service = Resource.class)
@Path("routing-shadows")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ShadowsResource implements Resource {
    private final Shadows shadows;

    record Candidate(List<String> strategies) {}

    /** A conversation that the candidate would have given to somebody else. */
    record Difference(ExplainedDecision live, ExplainedTrial shadow) {
        static Difference of(ShadowDifference one) {
            return new Difference(
                    ExplainedDecision.of(one.live()), ExplainedTrial.of(one.shadow()));
        }
    }

    @Activate
    public ShadowsResource(@Reference Shadows shadows) {
        this.shadows = shadows;
    }

    @GET
    @Operation("The candidate plans that run next to live ones, with their figures")
    public Page<Shadow> list(@Context Caller caller) {
        return new Page<>(shadows.list(caller.agent()), Optional.empty());
    }

    @GET
    @Path("{entryPoint}")
    @Operation("The candidate plan that runs next to that of an entry point")
    public Shadow find(@Context Caller caller, @PathParam("entryPoint") String entryPoint) {
        return shadows.find(caller.agent(), entryPoint)
                .orElseThrow(() -> Fault.notFound("routing-shadow", entryPoint));
    }

    @PUT
    @Path("{entryPoint}")
    @Operation("Lets a candidate plan run; with the version 0 where none does")
    public Shadow start(
            @Context Caller caller,
            @PathParam("entryPoint") String entryPoint,
            @HeaderParam("If-Match") @Nullable String revision,
            Candidate input) {
        return shadows.start(
                caller.agent(), entryPoint, Versions.expected(revision), input.strategies());
    }

    @DELETE
    @Path("{entryPoint}")
    @Operation(value = "Ends a candidate plan; its figures go with it", status = 204)
    public void end(
            @Context Caller caller,
            @PathParam("entryPoint") String entryPoint,
            @HeaderParam("If-Match") @Nullable String revision) {
        shadows.end(caller.agent(), entryPoint, Versions.expected(revision));
    }

    @GET
    @Path("{entryPoint}/differences")
    @Operation("Conversations that a candidate plan would have given to others, newest first")
    public Page<Difference> differences(
            @Context Caller caller,
            @PathParam("entryPoint") String entryPoint,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        return shadows.differences(
                        caller.agent(),
                        entryPoint,
                        Optional.ofNullable(cursor),
                        Limits.within(100, limit))
                .map(Difference::of);
    }
}
