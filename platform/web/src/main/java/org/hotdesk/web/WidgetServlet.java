package org.hotdesk.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.hotdesk.web.Delivery.Freshness;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import java.io.IOException;

/** The widget's scripts, for pages of any site: the second one is loaded when a chat needs it. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/widget.js", "/widget-more.js"})
public final class WidgetServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient OwnFiles files = new OwnFiles();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Protection.always(response);
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        String name =
                request.getServletPath().endsWith("-more.js")
                        ? "widget-more/widget-more.js"
                        : "widget/widget.js";
        Content script = files.find(name).orElseThrow();
        Delivery.send(request, response, script, Freshness.MINUTES);
    }
}
