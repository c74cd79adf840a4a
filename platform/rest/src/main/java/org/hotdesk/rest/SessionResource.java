package org.hotdesk.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import org.hotdesk.api.Permission;
import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.SignIns;
import org.hotdesk.rest.Operation.Who;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Signing in and out. */
@Component(service = Resource.class, configurationPid = Settings.PID)
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionResource implements Resource {
    private final SignIns signIns;
    private final RateLimit limit;

    record Credentials(String login, String password) {}

    /**
     * Who is signed in.
     *
     * @param token only when asked for at sign-in
     */
    record SessionView(
            Agent agent,
            List<String> permissions,
            String csrf,
            Instant expires,
            Optional<String> token) {}

    @Activate
    public SessionResource(@Reference SignIns signIns, Settings settings) {
        this.signIns = signIns;
        this.limit = new RateLimit(settings.signInsPerMinute(), Clock.systemUTC());
    }

    @POST
    @Operation(
            value = "Signs in; with the header Accept-Token: true the answer holds the token too",
            status = 201,
            answer = SessionView.class,
            who = Who.ANYBODY)
    public Response signIn(
            Credentials credentials,
            @HeaderParam("Accept-Token") @Nullable String acceptToken,
            @Context HttpServletRequest request) {
        limit.take(request.getRemoteAddr());
        var signedIn =
                signIns.signIn(
                        credentials.login(), credentials.password(), request.getRemoteAddr());
        var token = Optional.of(signedIn.token()).filter(secret -> "true".equals(acceptToken));
        var builder = Response.status(201).entity(view(signedIn.session(), token));
        if (token.isEmpty()) {
            builder.cookie(cookie(signedIn.token(), request.isSecure()));
        }
        return builder.build();
    }

    @GET
    @Operation("Who is signed in")
    public SessionView current(@Context Caller caller) {
        caller.agent();
        return view(caller.session().orElseThrow(), Optional.empty());
    }

    @DELETE
    @Operation(value = "Signs out", status = 204, who = Who.ANYBODY)
    public Response signOut(@Context Caller caller, @Context HttpServletRequest request) {
        caller.agent();
        caller.token().ifPresent(signIns::signOut);
        var gone = new NewCookie.Builder(cookie("", request.isSecure())).maxAge(0).build();
        return Response.noContent().cookie(gone).build();
    }

    private static NewCookie cookie(String token, boolean secure) {
        return new NewCookie.Builder(Authentication.COOKIE)
                .value(token)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    private static SessionView view(SignIns.Session session, Optional<String> token) {
        return new SessionView(
                session.agent(),
                session.actor().permissions().stream().map(Permission::name).sorted().toList(),
                session.csrf(),
                session.expires(),
                token);
    }
}
