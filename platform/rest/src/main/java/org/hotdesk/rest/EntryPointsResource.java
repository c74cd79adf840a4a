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
import org.hotdesk.api.Words;
import org.hotdesk.api.routing.EntryPoint;
import org.hotdesk.api.routing.EntryPoints;
import org.hotdesk.api.staff.TeamId;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.List;
import java.util.Optional;

/** The entry points with their routing plans, and every revision of them. */
@Component(service = Resource.class)
@Path("entry-points")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EntryPointsResource implements Resource {
    private final EntryPoints entryPoints;

    record EntryPointInput(Words name, TeamId team, List<String> strategies) {
        EntryPoint.Details details() {
            return new EntryPoint.Details(name, team, strategies);
        }
    }

    @Activate
    public EntryPointsResource(@Reference EntryPoints entryPoints) {
        this.entryPoints = entryPoints;
    }

    @GET
    @Operation("All entry points with their routing plans, those of the teams first")
    public Page<EntryPoint> list(@Context Caller caller) {
        caller.agent();
        return new Page<>(entryPoints.list(), Optional.empty());
    }

    @GET
    @Path("{key}")
    @Operation("One entry point")
    public EntryPoint find(@Context Caller caller, @PathParam("key") String key) {
        caller.agent();
        return entryPoints.find(key).orElseThrow(() -> Fault.notFound("entry-point", key));
    }

    @PUT
    @Path("{key}")
    @Operation("Changes an entry point; with the version 0 it adds one")
    public EntryPoint change(
            @Context Caller caller,
            @PathParam("key") String key,
            @HeaderParam("If-Match") @Nullable String revision,
            EntryPointInput input) {
        return entryPoints.change(
                caller.agent(), key, Versions.expected(revision), input.details());
    }

    @DELETE
    @Path("{key}")
    @Operation(value = "Takes an entry point away; its history stays", status = 204)
    public void remove(
            @Context Caller caller,
            @PathParam("key") String key,
            @HeaderParam("If-Match") @Nullable String revision) {
        entryPoints.remove(caller.agent(), key, Versions.expected(revision));
    }

    @GET
    @Path("{key}/history")
    @Operation("Who changed an entry point to what, newest first")
    public Page<EntryPoint> history(
            @Context Caller caller,
            @PathParam("key") String key,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        caller.agent();
        return new Page<>(entryPoints.history(key, Limits.within(200, limit)), Optional.empty());
    }
}
