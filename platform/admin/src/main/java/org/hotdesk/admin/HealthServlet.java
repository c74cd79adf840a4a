package org.hotdesk.admin;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.hotdesk.api.admin.Health;
import org.hotdesk.api.admin.HealthReading.Status;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import java.io.IOException;
import java.util.stream.Collectors;

/** Tells machines whether this process lives, and whether it serves. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/health/live", "/health/ready"})
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Health health;
    private final transient Opening opening;

    /** Tells of this system. */
    @Activate
    public HealthServlet(@Reference Health health, @Reference Opening opening) {
        this.health = health;
        this.opening = opening;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        if (request.getRequestURI().endsWith("/live")) {
            response.getWriter().write("{\"live\":true}");
            return;
        }
        // Names of parts, which are no secret; what ails them is told to administrators.
        String down =
                health.readings().stream()
                        .filter(reading -> reading.status() == Status.DOWN)
                        .map(reading -> '"' + reading.part() + '"')
                        .collect(Collectors.joining(","));
        // Who hears that we are ready may come at once.
        boolean ready = down.isEmpty() && opening.isOpen();
        response.setStatus(
                ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.getWriter().write("{\"ready\":" + ready + ",\"down\":[" + down + "]}");
    }
}
