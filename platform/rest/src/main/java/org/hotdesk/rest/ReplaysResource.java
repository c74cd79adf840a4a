package org.hotdesk.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.hotdesk.api.Page;
import org.hotdesk.api.routing.Replay;
import org.hotdesk.api.routing.ReplayId;
import org.hotdesk.api.routing.Replays;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Past periods, routed again under other plans. */
@Component(service = Resource.class)
@Path("routing-replays")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ReplaysResource implements Resource {
    private final Replays replays;
    private final Creation creation;

    record NewReplay(
            Instant from, Instant to, Optional<String> entryPoint, List<String> strategies) {
        Replay.Question question() {
            return new Replay.Question(from, to, entryPoint, strategies);
        }
    }

    @Activate
    public ReplaysResource(@Reference Replays replays, @Reference Creation creation) {
        this.replays = replays;
        this.creation = creation;
    }

    @POST
    @Operation(value = "Begins to route a past period again under another plan", status = 201)
    public Replay start(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            NewReplay input) {
        return creation.once(
                caller.agent(),
                Optional.ofNullable(key),
                input,
                Replay.class,
                () -> replays.start(caller.agent(), input.question()));
    }

    @GET
    @Operation("The newest replays, without their reports")
    public Page<Replay> list(@Context Caller caller) {
        return new Page<>(replays.list(caller.agent()), Optional.empty());
    }

    @GET
    @Path("{id}")
    @Operation("One replay: how far it is, or what came of it")
    public Replay find(@Context Caller caller, @PathParam("id") ReplayId id) {
        return replays.find(caller.agent(), id);
    }

    @POST
    @Path("{id}/cancel")
    @Operation("Stops a replay")
    public Replay cancel(@Context Caller caller, @PathParam("id") ReplayId id) {
        return replays.cancel(caller.agent(), id);
    }
}
