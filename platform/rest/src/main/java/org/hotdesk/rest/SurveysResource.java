package org.hotdesk.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Survey;
import org.hotdesk.api.conversation.Surveys;
import org.hotdesk.rest.Operation.Who;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.List;
import java.util.Optional;

/** What a visitor is asked of one conversation. */
@Component(service = Resource.class)
@Path("conversations/{id}/survey")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SurveysResource implements Resource {
    private final Surveys surveys;

    record SurveyAnswer(
            Optional<Integer> stars,
            Optional<Boolean> satisfied,
            Optional<List<String>> reasons,
            Optional<String> comment) {}

    @Activate
    public SurveysResource(@Reference Surveys surveys) {
        this.surveys = surveys;
    }

    @GET
    @Operation(value = "The survey of a conversation", who = Who.STAFF_OR_VISITOR)
    public Survey find(@Context Caller caller, @PathParam("id") ConversationId id) {
        return surveys.find(caller.actor(), id).orElseThrow(() -> Fault.notFound("survey", id));
    }

    @POST
    @Operation(
            value = "Asks the visitor what they think; once a conversation",
            who = Who.STAFF_OR_VISITOR)
    public Survey ask(@Context Caller caller, @PathParam("id") ConversationId id) {
        return surveys.ask(caller.actor(), id);
    }

    @POST
    @Path("answer")
    @Operation(value = "Answers it, with a score in the way of its form", who = Who.VISITOR)
    public Conversation answer(
            @Context Caller caller, @PathParam("id") ConversationId id, SurveyAnswer input) {
        Actor.Visitor visitor = caller.visitor();
        var answer =
                new Surveys.Answer(
                        input.stars(),
                        input.satisfied(),
                        input.reasons().orElse(List.of()),
                        input.comment().orElse(""));
        return VisitorView.of(surveys.answer(visitor, id, answer));
    }
}
