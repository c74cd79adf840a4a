package org.hotdesk.demo;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves the pages of the sample shop at {@code /demo/}. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/demo/*")
public final class ShopServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String FRAME = "/frame.html";
    private static final Pattern NAME = Pattern.compile("/[a-z0-9-]+\\.([a-z0-9]+)");
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "webp", "image/webp");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        if (path.isEmpty()) {
            response.sendRedirect(request.getContextPath() + "/demo/");
            return;
        }
        Matcher name = NAME.matcher(path.equals("/") ? "/index.html" : path);
        Optional<String> type =
                name.matches() ? Optional.ofNullable(TYPES.get(name.group(1))) : Optional.empty();
        if (type.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        send(name.group(), type.get(), response);
    }

    private static void send(String name, String type, HttpServletResponse response)
            throws IOException {
        Optional<byte[]> file = name.equals(FRAME) ? Optional.empty() : read(name);
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] content = name.endsWith(".html") ? page(name, file.get()) : file.get();
        response.setContentType(type);
        response.setContentLength(content.length);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(content);
    }

    private static byte[] page(String name, byte[] content) throws IOException {
        String frame = new String(read(FRAME).orElseThrow(), StandardCharsets.UTF_8);
        return new ShopFrame(frame)
                .around(name, new String(content, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<byte[]> read(String name) throws IOException {
        try (InputStream file = ShopServlet.class.getResourceAsStream("/shop" + name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        }
    }
}
