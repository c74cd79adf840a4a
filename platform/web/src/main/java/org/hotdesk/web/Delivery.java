package org.hotdesk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.util.Optional;

/** Sends files over HTTP: not again when the browser has them, and packed when it can unpack. */
final class Delivery {
    /** How long a browser may use a file without asking again. */
    enum Freshness {
        /** The name has a hash of the content: for good. */
        FOREVER("public, max-age=31536000, immutable"),
        /** A few minutes. */
        MINUTES("public, max-age=300"),
        /** It asks each time, and is told when nothing has changed. */
        ASK("no-cache");

        private final String cacheControl;

        Freshness(String cacheControl) {
            this.cacheControl = cacheControl;
        }
    }

    private Delivery() {}

    static void send(
            HttpServletRequest request,
            HttpServletResponse response,
            Content content,
            Freshness freshness)
            throws IOException {
        response.setHeader("Cache-Control", freshness.cacheControl);
        response.setHeader("ETag", content.tag());
        response.setHeader("Vary", "Accept-Encoding");
        if (content.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(content.type());
        Optional<byte[]> packed = content.packed().filter(bytes -> unpacks(request));
        packed.ifPresent(bytes -> response.setHeader("Content-Encoding", "gzip"));
        byte[] body = packed.orElse(content.plain());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Nothing is here. */
    static void missing(HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("text/plain; charset=utf-8");
        response.getWriter().write("There is nothing at this address.\n");
    }

    private static boolean unpacks(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null && accepted.contains("gzip");
    }
}
