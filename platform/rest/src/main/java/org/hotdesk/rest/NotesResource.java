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
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Note;
import org.hotdesk.api.conversation.Notes;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.Optional;

/** What the staff write to each other beside a conversation. */
@Component(service = Resource.class)
@Path("conversations/{id}/notes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class NotesResource implements Resource {
    private final Notes notes;

    record NewNote(Optional<String> clientId, String text) {}

    @Activate
    public NotesResource(@Reference Notes notes) {
        this.notes = notes;
    }

    @GET
    @Operation("The newest 500 notes of a conversation, oldest first; visitors never see one")
    public Page<Note> list(@Context Caller caller, @PathParam("id") ConversationId id) {
        return new Page<>(notes.list(caller.agent(), id), Optional.empty());
    }

    @POST
    @Operation(value = "Writes a note; sent again under its clientId it stays one", status = 201)
    public Note write(
            @Context Caller caller,
            @PathParam("id") ConversationId id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            NewNote input) {
        return notes.write(
                caller.agent(),
                id,
                ConversationsResource.draft(input.clientId(), key, input.text()));
    }

    @POST
    @Path("{number}/recall")
    @Operation("Takes a note back within two minutes")
    public Note recall(
            @Context Caller caller,
            @PathParam("id") ConversationId id,
            @PathParam("number") long number) {
        return notes.recall(caller.agent(), id, number);
    }
}
