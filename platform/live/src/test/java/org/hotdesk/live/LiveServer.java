package org.hotdesk.live;

import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.websocket.server.config.JettyWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.Executors;

/** The live interface on a real Jetty, over services in memory. */
final class LiveServer implements AutoCloseable {
    final FakeConversations conversations = new FakeConversations();
    final FakeSurveys surveys = new FakeSurveys(conversations);
    final FakePeople people = new FakePeople();
    final Live live;
    private final Server server;

    LiveServer() throws Exception {
        this(new Limits(0, 32 * 1024, 20_000, Set.of(), true));
    }

    LiveServer(Limits limits) throws Exception {
        live = new Live(services(), limits);
        conversations.tell(live);
        var threads = new QueuedThreadPool(16);
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server = new Server(threads);
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setAcceptQueueSize(1_024);
        server.addConnector(connector);
        var context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new VisitorServlet(live)), "/live/visitor");
        context.addServlet(new ServletHolder(new AgentServlet(live)), "/live/agent");
        JettyWebSocketServletContainerInitializer.configure(context, null);
        server.setHandler(context);
        server.start();
    }

    private Services services() {
        return new Services(
                conversations, new FakeNotes(conversations), surveys, people, people, people);
    }

    int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    URI address(String side) {
        return URI.create("ws://127.0.0.1:" + port() + "/live/" + side);
    }

    Client visitor(int number) {
        return Client.connect(address("visitor"), "")
                .say("{'type':'hello','token':'visitor-" + number + "'}");
    }

    Client agent(int number) {
        return Client.connect(address("agent"), "agent-" + number).say("{'type':'hello'}");
    }

    @Override
    public void close() {
        live.stop();
        LifeCycle.stop(server);
    }
}
