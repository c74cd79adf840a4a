package org.hotdesk.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;

import org.hotdesk.api.admin.SettingsForm;
import org.hotdesk.api.calendar.Calendar;
import org.hotdesk.api.calendar.CalendarFiles;
import org.hotdesk.api.calendar.TeamCalendar;
import org.hotdesk.api.conversation.QuickReply;
import org.hotdesk.api.conversation.SensitiveWords.WordList;
import org.hotdesk.api.customer.Customer;
import org.hotdesk.api.routing.EntryPoint;
import org.hotdesk.api.routing.RoutingPlan;
import org.hotdesk.api.routing.Shadow;
import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.Team;
import org.jspecify.annotations.Nullable;

/**
 * What every answer carries, and what lets the widget ask from a shop's own pages: any origin may
 * arrive and use the visitor's own conversations, without cookies.
 */
@PreMatching
final class Headers implements ContainerRequestFilter, ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals("OPTIONS") && isForWidget(request)) {
            request.abortWith(Response.noContent().build());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Referrer-Policy", "no-referrer");
        if (!headers.containsKey("Content-Security-Policy")) {
            headers.putSingle(
                    "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        }
        if (!headers.containsKey("Cache-Control")) {
            headers.putSingle("Cache-Control", "no-store");
        }
        var version = version(response.getEntity());
        if (version >= 0) {
            headers.putSingle("ETag", "\"" + version + "\"");
        }
        if (isForWidget(request)) {
            headers.putSingle("Access-Control-Allow-Origin", "*");
            headers.putSingle("Access-Control-Allow-Methods", "GET, POST");
            headers.putSingle(
                    "Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key");
            headers.putSingle("Access-Control-Max-Age", "86400");
        }
    }

    private static boolean isForWidget(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        return path.equals("visitors")
                || path.equals("conversations")
                || path.startsWith("conversations/")
                || path.equals("attachments")
                || path.startsWith("attachments/");
    }

    private static long version(@Nullable Object entity) {
        return switch (entity) {
            case Agent agent -> agent.version();
            case Calendar calendar -> calendar.version();
            case CalendarFiles.Imported imported -> imported.calendar().version();
            case Customer customer -> customer.version();
            case Shadow shadow -> shadow.revision();
            case EntryPoint point -> point.revision();
            case QuickReply reply -> reply.version();
            case RoutingPlan plan -> plan.revision();
            case SettingsForm form -> form.revision();
            case Team team -> team.version();
            case TeamCalendar calendar -> calendar.version();
            case WordList words -> words.revision();
            case null, default -> -1;
        };
    }
}
