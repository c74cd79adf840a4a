package org.hotdesk.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.hotdesk.web.Delivery.Freshness;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The documents that ship with the server, as they were written. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/docs/*")
public final class DocsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern NAME = Pattern.compile("/([a-z0-9-]+\\.(?:md|png))");

    private final transient Path folder;

    /** Those in the folder {@code docs} of this installation. */
    @Activate
    public DocsServlet(BundleContext context) {
        this(
                Path.of(Optional.ofNullable(context.getProperty("hotdesk.home")).orElse("."))
                        .resolve("docs"));
    }

    DocsServlet(Path folder) {
        this.folder = folder;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Protection.always(response);
        Optional<Content> document = find(Optional.ofNullable(request.getPathInfo()).orElse(""));
        if (document.isEmpty()) {
            Delivery.missing(response);
            return;
        }
        Protection.page(response, Protection.policy(""));
        Delivery.send(request, response, document.get(), Freshness.ASK);
    }

    /** The document at this path; empty when there is none, or it is something else. */
    Optional<Content> find(String path) throws IOException {
        var name = NAME.matcher(path);
        if (!name.matches()) {
            return Optional.empty();
        }
        Path file = folder.resolve(name.group(1));
        return Files.isRegularFile(file)
                ? Optional.of(Content.of(name.group(1), Files.readAllBytes(file)))
                : Optional.empty();
    }
}
