package org.hotdesk.benchmark.bench;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;

/** The baseline of what is carried: a WebSocket echo on the server's own Jetty; prints its port. */
public final class BareEcho {
    private BareEcho() {}

    /** Runs until its standard input ends. */
    public static void main(String[] args) throws Exception {
        var server = new Server();
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(
                WebSocketUpgradeHandler.from(
                        server,
                        container -> container.addMapping("/echo", (_, _, _) -> new Echo())));
        server.start();
        System.out.println(connector.getLocalPort());
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
        System.exit(0);
    }

    /** Says what it hears. */
    public static final class Echo implements Session.Listener.AutoDemanding {
        private @Nullable Session session;

        @Override
        public void onWebSocketOpen(Session opened) {
            session = opened;
        }

        @Override
        public void onWebSocketText(String text) {
            if (session != null) {
                session.sendText(text, Callback.NOOP);
            }
        }
    }
}
