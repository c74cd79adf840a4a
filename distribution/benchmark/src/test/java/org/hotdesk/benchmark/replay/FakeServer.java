package org.hotdesk.benchmark.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.hotdesk.benchmark.client.Json;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A {@link FakeDesk} behind real sockets on a free port. */
public final class FakeServer implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final FakeDesk desk;
    private final AtomicInteger visitors = new AtomicInteger();
    final Map<String, ObjectNode> agents = new ConcurrentHashMap<>();

    FakeServer(Mischief mischief) throws Exception {
        desk = new FakeDesk(mischief);
        for (int i = 1; i <= 8; i++) {
            agent("agent" + i, true);
        }
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        var upgrade =
                WebSocketUpgradeHandler.from(
                        server,
                        container -> {
                            container.addMapping("/live/visitor", (_, _, _) -> new Line(""));
                            container.addMapping(
                                    "/live/agent", (request, _, _) -> new Line(bearer(request)));
                        });
        upgrade.setHandler(new Rest());
        server.setHandler(upgrade);
        server.start();
    }

    private void agent(String login, boolean active) {
        var agent = Json.object().put("id", login).put("login", login).put("active", active);
        agent.putArray("teams").add("1");
        agents.put(login, agent);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception stuck) {
            throw new IllegalStateException(stuck);
        }
    }

    private static String bearer(Request request) {
        var header = request.getHeaders().get("Authorization");
        return header == null ? "" : header.replace("Bearer ", "");
    }

    /** One WebSocket connection; a visitor's until it has a name. */
    public final class Line implements Session.Listener.AutoDemanding {
        private final boolean agent;
        private String name;
        private @Nullable Session session;

        Line(String agent) {
            this.agent = !agent.isEmpty();
            this.name = agent;
        }

        @Override
        public void onWebSocketOpen(Session opened) {
            session = opened;
        }

        @Override
        public void onWebSocketText(String text) {
            var frame = Json.lenient(text.getBytes(StandardCharsets.UTF_8));
            if (!agent && frame.has("token")) {
                name = frame.path("token").asText();
            }
            if (session != null) {
                desk.frame(session, agent, name, frame);
            }
        }
    }

    /** The few resources that a replay needs. */
    private final class Rest extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            var body =
                    Json.lenient(Content.Source.asString(request).getBytes(StandardCharsets.UTF_8));
            var path = request.getHttpURI().getPath();
            var answer = answer(request.getMethod() + " " + path, body);
            response.setStatus(200);
            response.getHeaders().put("Content-Type", "application/json");
            response.getHeaders().put("ETag", "\"1\"");
            Content.Sink.write(response, true, answer.toString(), callback);
            return true;
        }

        private JsonNode answer(String call, JsonNode body) {
            var answer = Json.object();
            if (call.equals("POST /api/v1/visitors")) {
                return answer.put("token", "visitor" + visitors.incrementAndGet());
            } else if (call.equals("POST /api/v1/session")) {
                answer.putObject("agent").put("id", body.path("login").asText());
                return answer.put("token", body.path("login").asText());
            } else if (call.equals("GET /api/v1/teams")) {
                answer.putArray("items").addObject().put("id", "1");
            } else if (call.equals("GET /api/v1/agents")) {
                answer.putArray("items").addAll(agents.values());
            } else if (call.startsWith("POST /api/v1/agents")
                    || call.startsWith("PUT /api/v1/agents")) {
                agent(body.path("login").asText(), body.path("active").asBoolean());
                return agents.get(body.path("login").asText());
            } else if (call.endsWith("/messages")) {
                answer.putArray("items").addAll(desk.transcript(call.split("/")[4]));
            }
            return answer;
        }
    }
}
