package org.hotdesk.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.hotdesk.api.Fault;
import org.hotdesk.api.conversation.EndingRules;
import org.hotdesk.api.conversation.TeamRules;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.staff.Teams;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the conversations of teams come to their end. */
@Component(service = Resource.class)
@Path("teams/{team}/ending-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EndingRulesResource implements Resource {
    private final TeamRules rules;
    private final Teams teams;

    record EndingRulesInput(
            EndingRules.Asking survey,
            EndingRules.Idle idle,
            EndingRules.WrappingUp wrapUp,
            EndingRules.Reopening reopen) {}

    @Activate
    public EndingRulesResource(@Reference TeamRules rules, @Reference Teams teams) {
        this.rules = rules;
        this.teams = teams;
    }

    @GET
    @Operation("Surveys, idle rules, wrap-up and reopening of a team")
    public EndingRules find(@Context Caller caller, @PathParam("team") TeamId team) {
        caller.agent();
        if (teams.find(team).isEmpty()) {
            throw Fault.notFound("team", team);
        }
        return rules.of(team);
    }

    @PUT
    @Operation("Puts other rules in place; with the version 0 the first ones")
    public EndingRules change(
            @Context Caller caller,
            @PathParam("team") TeamId team,
            @HeaderParam("If-Match") @Nullable String version,
            EndingRulesInput input) {
        return rules.change(
                caller.agent(),
                new EndingRules(
                        team,
                        Versions.expected(version),
                        input.survey(),
                        input.idle(),
                        input.wrapUp(),
                        input.reopen()));
    }
}
