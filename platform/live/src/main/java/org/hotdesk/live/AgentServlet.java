package org.hotdesk.live;

import jakarta.servlet.Servlet;

import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeRequest;
import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeResponse;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServlet;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServletFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import java.io.IOException;
import java.util.List;

/** Where consoles connect: with the session's cookie from the server's own pages alone. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/live/agent")
public final class AgentServlet extends JettyWebSocketServlet {
    private static final long serialVersionUID = 1L;

    private final transient Live live;

    @Activate
    public AgentServlet(@Reference Live live) {
        this.live = live;
    }

    @Override
    protected void configure(JettyWebSocketServletFactory factory) {
        Upgrades.configure(factory, live.limits());
        factory.setCreator(this::connection);
    }

    private @Nullable Connection connection(
            JettyServerUpgradeRequest request, JettyServerUpgradeResponse response)
            throws IOException {
        var bearer = Upgrades.bearer(request);
        var trusted = Upgrades.isOwn(request, live.limits().origins());
        if (!trusted && (bearer.isEmpty() || request.getOrigin() != null)) {
            response.sendForbidden("Staff connect from this server's own pages.");
            return null;
        }
        response.setExtensions(List.of());
        return live.agent(bearer.or(() -> Upgrades.cookie(request)).orElse(""));
    }
}
