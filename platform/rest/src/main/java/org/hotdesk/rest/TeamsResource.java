package org.hotdesk.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Page;
import org.hotdesk.api.Words;
import org.hotdesk.api.staff.Team;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.staff.Teams;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.Optional;

/** The teams. */
@Component(service = Resource.class)
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TeamsResource implements Resource {
    private final Teams teams;
    private final Creation creation;

    record TeamInput(Words name) {}

    @Activate
    public TeamsResource(@Reference Teams teams, @Reference Creation creation) {
        this.teams = teams;
        this.creation = creation;
    }

    @GET
    @Path("teams")
    @Operation("All teams, oldest first")
    public Page<Team> list(@Context Caller caller) {
        caller.agent();
        return new Page<>(teams.list(), Optional.empty());
    }

    @POST
    @Path("teams")
    @Operation(value = "Adds a team", status = 201)
    public Team add(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            TeamInput input) {
        var actor = caller.agent();
        return creation.once(
                actor,
                Optional.ofNullable(key),
                input,
                Team.class,
                () -> teams.add(actor, input.name()));
    }

    @GET
    @Path("teams/{id}")
    @Operation("One team")
    public Team find(@Context Caller caller, @PathParam("id") TeamId id) {
        caller.agent();
        return teams.find(id).orElseThrow(() -> Fault.notFound("team", id));
    }

    @PUT
    @Path("teams/{id}")
    @Operation("Renames a team")
    public Team rename(
            @Context Caller caller,
            @PathParam("id") TeamId id,
            @HeaderParam("If-Match") @Nullable String version,
            TeamInput input) {
        return teams.rename(caller.agent(), id, Versions.expected(version), input.name());
    }
}
