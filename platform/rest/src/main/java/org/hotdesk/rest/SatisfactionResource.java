package org.hotdesk.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Surveys;
import org.hotdesk.api.conversation.Surveys.Figures;
import org.hotdesk.api.staff.TeamId;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How the visitors of a period answered. */
@Component(service = Resource.class)
@Path("satisfaction")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SatisfactionResource implements Resource {
    private final Surveys surveys;

    @Activate
    public SatisfactionResource(@Reference Surveys surveys) {
        this.surveys = surveys;
    }

    @GET
    @Operation("How surveys that were sent from one moment until another were answered")
    public Figures figures(
            @Context Caller caller,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("team") @Nullable TeamId team) {
        return surveys.figures(
                caller.agent(), moment("from", from), moment("to", to), Optional.ofNullable(team));
    }

    private static Instant moment(String field, @Nullable String text) {
        try {
            return Instant.parse(text == null ? "" : text);
        } catch (DateTimeParseException e) {
            throw Fault.invalid(
                    field,
                    "moment-invalid",
                    new Words(
                            field + " 的写法如 2026-11-22T00:00:00Z。",
                            field + " is written like 2026-11-22T00:00:00Z."));
        }
    }
}
