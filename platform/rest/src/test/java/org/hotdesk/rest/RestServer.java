package org.hotdesk.rest;

import jakarta.servlet.http.HttpServlet;

import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.hotdesk.api.Actor;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The REST interface on a real Jetty, over services in memory. */
final class RestServer implements AutoCloseable {
    static final HttpClient HTTP = HttpClient.newHttpClient();

    final FakeStaff staff = new FakeStaff();
    final FakeVisitors visitors = new FakeVisitors();
    final PluginServlet plugins =
            new PluginServlet(new Authentication(staff, visitors), Optional.empty());
    private final Server server;

    RestServer(Resource... more) throws Exception {
        var resources = new ArrayList<Resource>(List.of(more));
        resources.add(new SessionResource(staff, limits(0)));
        resources.add(new TeamsResource(staff, new DirectCreation()));
        var threads = new QueuedThreadPool(16);
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server = new Server(threads);
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        var context = new ServletContextHandler();
        add(context, new RestServlet(staff, visitors, resources), "/api/v1/*");
        add(context, plugins, "/api/v1/plugins/*");
        server.setHandler(context);
        server.start();
    }

    private static void add(ServletContextHandler context, HttpServlet servlet, String path) {
        var holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        holder.setInitOrder(1);
        context.addServlet(holder, path);
    }

    static Settings limits(int visitorsPerMinute) {
        return new Settings() {
            @Override
            public Class<? extends Annotation> annotationType() {
                return Settings.class;
            }

            @Override
            public int visitorsPerMinute() {
                return visitorsPerMinute;
            }

            @Override
            public int signInsPerMinute() {
                return 0;
            }
        };
    }

    /** Creates whatever is asked for. */
    static final class DirectCreation implements Creation {
        @Override
        public <T> T once(
                Actor actor,
                Optional<String> key,
                Object input,
                Class<T> type,
                Supplier<T> create) {
            return create.get();
        }
    }

    HttpRequest.Builder request(String path) {
        var port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path));
    }

    HttpRequest.Builder asAdmin(String path) {
        return request(path).header("Authorization", "Bearer secret");
    }

    static HttpRequest.Builder json(HttpRequest.Builder request, String method, String body) {
        return request.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
    }

    static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
