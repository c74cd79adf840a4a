package org.hotdesk.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.hotdesk.api.Page;
import org.hotdesk.api.Permission;
import org.hotdesk.api.routing.TrackRecord;
import org.hotdesk.api.routing.TrackRecords;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.Objects;
import java.util.Optional;

/** How agents did by category. */
@Component(service = Resource.class)
@Path("track-records")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TrackRecordsResource implements Resource {
    private final TrackRecords records;

    @Activate
    public TrackRecordsResource(@Reference TrackRecords records) {
        this.records = records;
    }

    @GET
    @Operation("How agents did in a category, or in all together, in the last days")
    public Page<TrackRecord> list(
            @Context Caller caller,
            @QueryParam("category") @Nullable String category,
            @QueryParam("days") @DefaultValue("90") int days) {
        caller.agent().require(Permission.CONVERSATION_READ_ALL);
        return new Page<>(
                records.of(Objects.requireNonNullElse(category, ""), Limits.within(400, days)),
                Optional.empty());
    }
}
