package org.hotdesk.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.hotdesk.web.Delivery.Freshness;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import java.io.IOException;
import java.util.Optional;

/** The console: its files, and its one page at every other address below it. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/console/*")
public final class ConsoleServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String ASSETS = "/assets/";

    private final transient OwnFiles files = new OwnFiles();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Protection.always(response);
        String path = request.getPathInfo();
        if (path == null) {
            response.sendRedirect(request.getContextPath() + "/console/");
        } else if (path.startsWith(ASSETS)) {
            sendAsset(request, response, path);
        } else {
            sendPage(request, response);
        }
    }

    private void sendAsset(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException {
        Optional<Content> asset = files.find("console" + path);
        if (asset.isEmpty()) {
            Delivery.missing(response);
            return;
        }
        Delivery.send(request, response, asset.get(), Freshness.FOREVER);
    }

    private void sendPage(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Content page = files.find("console/index.html").orElseThrow();
        Protection.page(response, Protection.policy(page.text()));
        Delivery.send(request, response, page, Freshness.ASK);
    }
}
