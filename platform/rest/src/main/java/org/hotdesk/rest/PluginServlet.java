package org.hotdesk.rest;

import com.fasterxml.jackson.databind.json.JsonMapper;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.hotdesk.api.Words;
import org.hotdesk.api.customer.Visitors;
import org.hotdesk.api.rest.RestResources;
import org.hotdesk.api.staff.SignIns;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves the resources of plugins, each as an application of its own, and stays while they come and
 * go: an application is started before it is seen, requests wait while there is none, and one that
 * goes ends its requests first.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/api/v1/plugins/*")
@HttpWhiteboardServletAsyncSupported
public final class PluginServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(PluginServlet.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final transient Authentication authentication;
    private final transient JsonMapper json = Json.mapper();
    private final transient Map<String, Gate> gates = new ConcurrentHashMap<>();

    private transient Optional<PluginTracker> tracker = Optional.empty();
    private final transient Optional<BundleContext> context;

    @Activate
    public PluginServlet(
            @Reference SignIns signIns, @Reference Visitors visitors, BundleContext context) {
        this(new Authentication(signIns, visitors), Optional.of(context));
    }

    PluginServlet(Authentication authentication, Optional<BundleContext> context) {
        this.authentication = authentication;
        this.context = context;
    }

    /** Plugins are looked for from here on, when an application of theirs can be started. */
    @Override
    public void init() {
        tracker = context.map(bundle -> new PluginTracker(bundle, this));
        tracker.ifPresent(PluginTracker::open);
    }

    @Override
    public void destroy() {
        tracker.ifPresent(PluginTracker::close);
    }

    /**
     * Takes in a plugin's resources.
     *
     * @param owner whose they are, for {@link #remove}
     * @param rank the newest version has the highest
     */
    void add(String name, Object owner, Gate.Rank rank, RestResources resources) {
        try {
            var application =
                    PluginApplication.start(
                            getServletConfig(), authentication, resources.resources());
            gates.computeIfAbsent(name, any -> new Gate()).open(owner, rank, application);
        } catch (ServletException | RuntimeException | LinkageError e) {
            log.error("the REST resources {} cannot be served", name, e);
        }
    }

    /** Lets a plugin's resources go; returns when its requests have ended, or after 10 s. */
    void remove(String name, Object owner) {
        var gate = gates.get(name);
        var application = gate == null ? Optional.<PluginApplication>empty() : gate.close(owner);
        if (application.isPresent() && !application.get().stop(DRAIN)) {
            log.warn("the REST resources {} went while requests were under way", name);
        }
    }

    /** Whether a request for this name is under way. */
    boolean isBusy(String name) {
        var gate = gates.get(name);
        return gate != null && gate.isBusy();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var name = name(request.getPathInfo());
        var gate = gates.get(name);
        if (gate == null) {
            write(
                    request,
                    response,
                    Trouble.of(
                            404,
                            "plugin-not-found",
                            new Words("没有插件提供这个地址。", "No plugin serves this address.")));
            return;
        }
        var application = gate.pass(PATIENCE);
        if (application.isEmpty()) {
            var detail =
                    new Words(
                            "提供这个地址的插件没有运行。",
                            "The plugin that serves this address is not running.");
            write(request, response, Trouble.of(503, "plugin-unavailable", detail));
            return;
        }
        application.get().serve(name, request, response);
    }

    private static String name(@Nullable String path) {
        if (path == null || path.length() < 2) {
            return "";
        }
        var end = path.indexOf('/', 1);
        return end < 0 ? path.substring(1) : path.substring(1, end);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, Trouble trouble)
            throws IOException {
        var header = request.getHeader("Accept-Language");
        var reader = Languages.best(header == null ? "" : header);
        response.setStatus(trouble.status());
        response.setHeader("Content-Language", reader.toLanguageTag());
        response.setHeader("Vary", "Accept-Language");
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(json.writeValueAsBytes(trouble.in(reader)));
    }
}
