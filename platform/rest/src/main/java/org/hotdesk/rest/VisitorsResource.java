package org.hotdesk.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.hotdesk.api.Page;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationFilter;
import org.hotdesk.api.conversation.Conversations;
import org.hotdesk.api.customer.PageView;
import org.hotdesk.api.customer.Visit;
import org.hotdesk.api.customer.Visitor;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.customer.Visitors;
import org.hotdesk.rest.Operation.Who;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Clock;
import java.util.Optional;

/** The people on the site. */
@Component(service = Resource.class, configurationPid = Settings.PID)
@Path("visitors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class VisitorsResource implements Resource {
    private final Visitors visitors;
    private final Conversations conversations;
    private final RateLimit limit;

    record NewVisitor(String url, String title, Optional<String> referrer, String language) {}

    @Activate
    public VisitorsResource(
            @Reference Visitors visitors,
            @Reference Conversations conversations,
            Settings settings) {
        this.visitors = visitors;
        this.conversations = conversations;
        this.limit = new RateLimit(settings.visitorsPerMinute(), Clock.systemUTC());
    }

    /**
     * No key makes this one repeatable: its answer holds a secret, and a visitor too many is none.
     */
    @POST
    @Operation(value = "Takes in a new visitor", status = 201, who = Who.ANYBODY)
    public Visitors.Arrival arrive(NewVisitor input, @Context HttpServletRequest request) {
        limit.take(request.getRemoteAddr());
        return visitors.arrive(
                new Visit(
                        input.url(),
                        input.title(),
                        input.referrer(),
                        input.language(),
                        Optional.ofNullable(request.getHeader("User-Agent"))));
    }

    @GET
    @Path("{id}")
    @Operation("One visitor")
    public Visitor find(@Context Caller caller, @PathParam("id") VisitorId id) {
        return visitors.find(caller.agent(), id);
    }

    @GET
    @Path("{id}/pages")
    @Operation("Pages that a visitor looked at, newest first")
    public Page<PageView> pages(
            @Context Caller caller,
            @PathParam("id") VisitorId id,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return new Page<>(
                visitors.pages(caller.agent(), id, Limits.within(200, limit)), Optional.empty());
    }

    @GET
    @Path("{id}/conversations")
    @Operation("Conversations of a visitor, newest first")
    public Page<Conversation> conversations(
            @Context Caller caller,
            @PathParam("id") VisitorId id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return conversations.list(
                caller.agent(),
                ConversationFilter.in().of(id),
                Optional.ofNullable(cursor),
                Limits.within(200, limit));
    }
}
