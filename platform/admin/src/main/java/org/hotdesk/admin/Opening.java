package org.hotdesk.admin;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.hotdesk.api.admin.Health;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import java.io.IOException;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stands before the whole server until it is ready for the first time, and says so to everybody who
 * comes; only {@code /health/} answers before.
 */
@Component(service = Opening.class, immediate = true)
public final class Opening {
    private static final String PATTERN = "osgi.http.whiteboard.%s.pattern";
    private static final String ASYNC = "osgi.http.whiteboard.%s.asyncSupported";

    private final Health health;
    private final List<ServiceRegistration<?>> doors;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean open;

    /** Closed from now on. */
    @Activate
    public Opening(BundleContext context, @Reference Health health) {
        this.health = health;
        // Filters are asked only where a servlet is: this one is everywhere until others come.
        doors =
                List.of(
                        context.registerService(
                                Servlet.class, new Nothing(), everywhere("servlet", "/")),
                        context.registerService(
                                Filter.class, new Door(), everywhere("filter", "/*")));
    }

    private static Dictionary<String, Object> everywhere(String kind, String pattern) {
        return FrameworkUtil.asDictionary(
                Map.of(
                        PATTERN.formatted(kind),
                        pattern,
                        ASYNC.formatted(kind),
                        true,
                        Constants.SERVICE_RANKING,
                        kind.equals("filter") ? Integer.MAX_VALUE : Integer.MIN_VALUE));
    }

    /** Whether the server has been ready; once it has, it is open for good. */
    boolean isOpen() {
        if (!open && health.ready()) {
            open = true;
            // Not here: a request may be inside.
            Thread.ofVirtual().name("opening").start(this::close);
        }
        return open;
    }

    @Deactivate
    void close() {
        if (!closed.getAndSet(true)) {
            doors.forEach(ServiceRegistration::unregister);
        }
    }

    /** Lets nobody in but who asks how we are. */
    private final class Door extends HttpFilter {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (request.getRequestURI().startsWith("/health/") || isOpen()) {
                chain.doFilter(request, response);
            } else {
                Starting.answer(request, response);
            }
        }
    }

    /** Where nothing else is. */
    private static final class Nothing extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
