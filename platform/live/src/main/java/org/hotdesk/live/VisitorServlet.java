package org.hotdesk.live;

import jakarta.servlet.Servlet;

import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServlet;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServletFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import java.util.List;

/** Where widgets connect, from any site: who it is, the first frame says. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/live/visitor")
public final class VisitorServlet extends JettyWebSocketServlet {
    private static final long serialVersionUID = 1L;

    private final transient Live live;

    @Activate
    public VisitorServlet(@Reference Live live) {
        this.live = live;
    }

    @Override
    protected void configure(JettyWebSocketServletFactory factory) {
        Upgrades.configure(factory, live.limits());
        factory.setCreator(
                (request, response) -> {
                    response.setExtensions(List.of());
                    return live.visitor();
                });
    }
}
