package org.hotdesk.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.hotdesk.api.Fault;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.WrapUp;
import org.hotdesk.api.conversation.WrapUps;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.Optional;

/** What an agent says of a conversation after its end. */
@Component(service = Resource.class)
@Path("conversations/{id}/wrap-up")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WrapUpsResource implements Resource {
    private final WrapUps wrapUps;

    record WrapUpInput(Optional<String> category, Optional<String> summary) {}

    @Activate
    public WrapUpsResource(@Reference WrapUps wrapUps) {
        this.wrapUps = wrapUps;
    }

    @GET
    @Operation("What its agent said of a conversation, or is to say until when")
    public WrapUp find(@Context Caller caller, @PathParam("id") ConversationId id) {
        return wrapUps.find(caller.agent(), id).orElseThrow(() -> Fault.notFound("wrap-up", id));
    }

    @PUT
    @Operation("Says what it was about, and closes the conversation")
    public Conversation finish(
            @Context Caller caller, @PathParam("id") ConversationId id, WrapUpInput input) {
        return wrapUps.finish(caller.agent(), id, input.category(), input.summary().orElse(""));
    }
}
