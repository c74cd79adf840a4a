package org.hotdesk.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Page;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.AttachmentId;
import org.hotdesk.api.conversation.Card;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Conversations;
import org.hotdesk.api.conversation.Draft;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.conversation.Opening;
import org.hotdesk.api.conversation.Rating;
import org.hotdesk.api.routing.Decisions;
import org.hotdesk.api.routing.Reception;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.rest.Operation.Who;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The chats. */
@Component(service = Resource.class)
@Path("conversations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ConversationsResource implements Resource {
    private final Conversations conversations;
    private final Decisions decisions;

    record NewConversation(
            Optional<String> entryPoint,
            Optional<TeamId> team,
            Optional<String> category,
            String language,
            Optional<String> clientId,
            String text) {}

    record NewMessage(
            Optional<String> clientId,
            Optional<String> text,
            Optional<AttachmentId> attachment,
            Optional<Card> card,
            Optional<Boolean> confirmed) {}

    record ReadUpTo(Long seq) {}

    record Closing(Optional<String> category) {}

    record NewRating(Integer stars, Optional<String> comment) {}

    @Activate
    public ConversationsResource(
            @Reference Conversations conversations, @Reference Decisions decisions) {
        this.conversations = conversations;
        this.decisions = decisions;
    }

    @GET
    @Operation(
            value =
                    "Conversations; a visitor sees their own. Waiting ones in order of service,"
                            + " others newest first",
            who = Who.STAFF_OR_VISITOR)
    public Page<Conversation> list(
            @Context Caller caller,
            @BeanParam ConversationQuery query,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        var actor = caller.actor();
        return conversations
                .list(
                        actor,
                        query.filter(actor),
                        Optional.ofNullable(cursor),
                        Limits.within(200, limit))
                .map(conversation -> seenBy(actor, conversation));
    }

    @POST
    @Operation(
            value = "Begins a conversation with its first message",
            status = 201,
            who = Who.VISITOR)
    public Conversation open(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            NewConversation input) {
        var visitor = caller.visitor();
        var first = draft(input.clientId(), key, input.text());
        var opening =
                new Opening(
                        input.entryPoint(),
                        input.team(),
                        input.category(),
                        input.language(),
                        first);
        return seenBy(visitor, conversations.open(visitor, opening));
    }

    @GET
    @Path("{id}")
    @Operation(value = "One conversation", who = Who.STAFF_OR_VISITOR)
    public Conversation find(@Context Caller caller, @PathParam("id") ConversationId id) {
        return seenBy(caller.actor(), conversations.find(caller.actor(), id));
    }

    @GET
    @Path("{id}/messages")
    @Operation(
            value = "Lines after a sequence number, or the last ones before one; oldest first",
            who = Who.STAFF_OR_VISITOR)
    public Page<Message> messages(
            @Context Caller caller,
            @PathParam("id") ConversationId id,
            @BeanParam MessageQuery query) {
        return query.read(conversations, caller.actor(), id);
    }

    @POST
    @Path("{id}/messages")
    @Operation(
            value = "Writes a message; sent again under its clientId it stays one",
            status = 201,
            who = Who.STAFF_OR_VISITOR)
    public Message post(
            @Context Caller caller,
            @PathParam("id") ConversationId id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            NewMessage input) {
        var text = draft(input.clientId(), key, input.text().orElse(""));
        var draft =
                new Draft(
                        text.clientId(),
                        text.text(),
                        input.attachment(),
                        input.card(),
                        input.confirmed().orElse(false));
        return conversations
                .post(caller.actor(), id, draft)
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    @POST
    @Path("{id}/messages/{seq}/recall")
    @Operation(
            value = "Takes a message back within two minutes; what it said is erased",
            who = Who.STAFF_OR_VISITOR)
    public Message recall(
            @Context Caller caller,
            @PathParam("id") ConversationId id,
            @PathParam("seq") long seq) {
        return conversations.recall(caller.actor(), id, seq);
    }

    @POST
    @Path("{id}/read")
    @Operation(
            value = "Everything up to a line has been read",
            status = 204,
            who = Who.STAFF_OR_VISITOR)
    public void read(@Context Caller caller, @PathParam("id") ConversationId id, ReadUpTo input) {
        conversations.read(caller.actor(), id, input.seq());
    }

    @POST
    @Path("{id}/close")
    @Operation(value = "Ends a conversation", who = Who.STAFF_OR_VISITOR)
    public Conversation close(
            @Context Caller caller, @PathParam("id") ConversationId id, Closing input) {
        var actor = caller.actor();
        return seenBy(actor, conversations.close(actor, id, input.category()));
    }

    @POST
    @Path("{id}/rating")
    @Operation(value = "Keeps what the visitor thought", who = Who.VISITOR)
    public Conversation rate(
            @Context Caller caller, @PathParam("id") ConversationId id, NewRating input) {
        var rating = new Rating(input.stars(), input.comment().orElse(""));
        return seenBy(caller.visitor(), conversations.rate(caller.visitor(), id, rating));
    }

    @GET
    @Path("{id}/decisions")
    @Operation("Why which agent got it, oldest first")
    public Page<ExplainedDecision> decisions(
            @Context Caller caller, @PathParam("id") ConversationId id) {
        return new Page<>(decisions.of(caller.agent(), id), Optional.empty())
                .map(ExplainedDecision::of);
    }

    @GET
    @Path("{id}/reception")
    @Operation("By which entry point it came, and where its plan put it and why")
    public Reception reception(@Context Caller caller, @PathParam("id") ConversationId id) {
        return decisions
                .reception(caller.agent(), id)
                .orElseThrow(() -> Fault.notFound("reception", id));
    }

    static Draft draft(Optional<String> clientId, @Nullable String key, String text) {
        var id =
                clientId.or(() -> Optional.ofNullable(key))
                        .orElseThrow(
                                () ->
                                        Fault.invalid(
                                                "clientId",
                                                "client-id-missing",
                                                new Words(
                                                        "请提供 clientId 或 Idempotency-Key。",
                                                        "Send a clientId, or an Idempotency-Key.")));
        return new Draft(id, text);
    }

    /** What is the staff's own business stays with the staff. */
    private static Conversation seenBy(Actor actor, Conversation conversation) {
        return actor instanceof Actor.Visitor ? VisitorView.of(conversation) : conversation;
    }
}
