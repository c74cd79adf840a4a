package org.hotdesk.live;

import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeRequest;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServletFactory;

import java.net.HttpCookie;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the beginning of a connection says, and what holds for all of them. */
final class Upgrades {
    private static final String COOKIE = "hotdesk-session";

    private Upgrades() {}

    /**
     * Frames may be larger than the limit by far before the container ends the connection: up to
     * there they are refused in words. Silence is watched by {@link Pulse}.
     */
    static void configure(JettyWebSocketServletFactory factory, Limits limits) {
        factory.setMaxTextMessageSize(8L * limits.frameBytes());
        factory.setMaxFrameSize(8L * limits.frameBytes());
        factory.setMaxBinaryMessageSize(1_024);
        factory.setIdleTimeout(Duration.ofMinutes(2));
        factory.setInputBufferSize(2_048);
        factory.setOutputBufferSize(4_096);
    }

    static Optional<String> bearer(JettyServerUpgradeRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.startsWith("Bearer "))
                .map(header -> header.substring("Bearer ".length()).strip());
    }

    static Optional<String> cookie(JettyServerUpgradeRequest request) {
        List<HttpCookie> cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : cookies.stream()
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(HttpCookie::getValue)
                        .findFirst();
    }

    /** Whether the page that connects came from this server, or from a site that is named. */
    static boolean isOwn(JettyServerUpgradeRequest request, Set<String> named) {
        var origin = request.getOrigin();
        if (origin == null) {
            return false;
        }
        return named.contains(origin) || authority(origin).equals(request.getHeader("Host"));
    }

    private static String authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getAuthority()).orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
