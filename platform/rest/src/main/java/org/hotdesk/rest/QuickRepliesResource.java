package org.hotdesk.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.hotdesk.api.Page;
import org.hotdesk.api.conversation.QuickReplies;
import org.hotdesk.api.conversation.QuickReplies.Details;
import org.hotdesk.api.conversation.QuickReply;
import org.hotdesk.api.conversation.QuickReplyId;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.Optional;

/** The texts that agents write often. */
@Component(service = Resource.class)
@Path("quick-replies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class QuickRepliesResource implements Resource {
    private final QuickReplies replies;
    private final Creation creation;

    @Activate
    public QuickRepliesResource(@Reference QuickReplies replies, @Reference Creation creation) {
        this.replies = replies;
        this.creation = creation;
    }

    @GET
    @Operation("One's own quick replies and the shared ones, by shortcut")
    public Page<QuickReply> list(@Context Caller caller) {
        return new Page<>(replies.list(caller.agent()), Optional.empty());
    }

    @POST
    @Operation(value = "Adds a quick reply", status = 201)
    public QuickReply add(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            Details input) {
        var actor = caller.agent();
        return creation.once(
                actor,
                Optional.ofNullable(key),
                input,
                QuickReply.class,
                () -> replies.add(actor, input));
    }

    @PUT
    @Path("{id}")
    @Operation("Changes a quick reply")
    public QuickReply change(
            @Context Caller caller,
            @PathParam("id") QuickReplyId id,
            @HeaderParam("If-Match") @Nullable String version,
            Details input) {
        return replies.change(caller.agent(), id, Versions.expected(version), input);
    }

    @DELETE
    @Path("{id}")
    @Operation(value = "Removes a quick reply", status = 204)
    public void remove(@Context Caller caller, @PathParam("id") QuickReplyId id) {
        replies.remove(caller.agent(), id);
    }
}
