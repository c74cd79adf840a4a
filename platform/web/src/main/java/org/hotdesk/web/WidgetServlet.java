package org.hotdesk.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.hotdesk.web.Delivery.Freshness;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import java.io.IOException;

/** The widget's script, for pages of any site. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/widget.js")
public final class WidgetServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient OwnFiles files = new OwnFiles();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Protection.always(response);
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        Content script = files.find("widget/widget.js").orElseThrow();
        Delivery.send(request, response, script, Freshness.MINUTES);
    }
}
