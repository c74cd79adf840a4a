package org.hotdesk.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.routing.TrackRecords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the site adds to how agents did. */
@Component(service = Resource.class)
@Path("conversations/{id}/conversion")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ConversionsResource implements Resource {
    private final TrackRecords records;

    @Activate
    public ConversionsResource(@Reference TrackRecords records) {
        this.records = records;
    }

    @POST
    @Operation(
            value = "A conversation led to an order; told again it changes nothing",
            status = 204)
    public void converted(@Context Caller caller, @PathParam("id") ConversationId id) {
        records.converted(caller.agent(), id);
    }
}
