package org.hotdesk.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Fault.Category;
import org.hotdesk.api.Words;
import org.hotdesk.api.customer.Visitors;
import org.hotdesk.api.staff.SignIns;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who asks: by {@code Authorization}, else by the session cookie with its CSRF header.
 */
@Priority(Priorities.AUTHENTICATION)
final class Authentication implements ContainerRequestFilter {
    static final String COOKIE = "hotdesk-session";
    static final String CSRF = "X-CSRF-Token";
    private static final String CALLER = Caller.class.getName();
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final SignIns signIns;
    private final Visitors visitors;

    Authentication(SignIns signIns, Visitors visitors) {
        this.signIns = signIns;
        this.visitors = visitors;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(CALLER, caller(request));
    }

    /** The caller that this filter found. */
    static Caller of(ContainerRequestContext request) {
        return request.getProperty(CALLER) instanceof Caller caller ? caller : Caller.ANYBODY;
    }

    private Caller caller(ContainerRequestContext request) {
        var authorization = request.getHeaderString("Authorization");
        if (authorization != null) {
            return byHeader(authorization);
        }
        var cookie = request.getCookies().get(COOKIE);
        return cookie == null ? Caller.ANYBODY : byCookie(request, cookie.getValue());
    }

    private Caller byHeader(String authorization) {
        var space = authorization.indexOf(' ');
        var scheme = space < 0 ? authorization : authorization.substring(0, space);
        var token = authorization.substring(space + 1).strip();
        return (switch (scheme) {
                    case "Bearer" ->
                            signIns.session(token).map(session -> Caller.staff(session, token));
                    case "Visitor" ->
                            visitors.byToken(token)
                                    .map(visitor -> Caller.visitor(new Actor.Visitor(visitor)));
                    default -> Optional.<Caller>empty();
                })
                .orElseGet(
                        () ->
                                Caller.refused(
                                        Fault.of(
                                                Category.UNAUTHENTICATED,
                                                "token-unknown",
                                                new Words(
                                                        "令牌无效或已失效。",
                                                        "This token is not known here, or has ended."))));
    }

    private Caller byCookie(ContainerRequestContext request, String token) {
        var session = signIns.session(token);
        if (session.isEmpty()) {
            return Caller.ANYBODY;
        }
        if (!SAFE.contains(request.getMethod())
                && !same(session.get().csrf(), request.getHeaderString(CSRF))) {
            return Caller.refused(
                    Fault.of(
                            Category.FORBIDDEN,
                            "csrf",
                            new Words(
                                    "请在请求头 " + CSRF + " 中附上会话的 csrf 值。",
                                    "Send the session's csrf value as header " + CSRF + ".")));
        }
        return Caller.staff(session.get(), token);
    }

    private static boolean same(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8));
    }
}
