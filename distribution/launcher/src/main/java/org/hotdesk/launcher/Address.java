package org.hotdesk.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a server answers, and whether it does. */
record Address(String url) {

    private static final int PATIENCE_MILLIS = 2_000;

    Address(Settings settings) {
        this("http://%s:%d".formatted(reachable(settings.host()), settings.port()));
    }

    /** Whether something listens there. */
    boolean isOpen() {
        var uri = URI.create(url);
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), PATIENCE_MILLIS);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** Whether the server there says that it can serve. */
    boolean isReady() {
        return get("/health/ready").filter(answer -> answer.status() == 200).isPresent();
    }

    /** What the server answers to a request; empty when there is no answer. */
    Optional<Answer> get(String path) {
        try {
            var connection = URI.create(url + path).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            if (!(connection instanceof HttpURLConnection http)) {
                return Optional.empty();
            }
            var status = http.getResponseCode();
            try (var body = status < 400 ? http.getInputStream() : http.getErrorStream()) {
                var bytes = body == null ? new byte[0] : body.readAllBytes();
                return Optional.of(new Answer(status, new String(bytes, StandardCharsets.UTF_8)));
            }
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    /** An answer to a request. */
    record Answer(int status, String body) {}

    /** A host name for clients on this machine, also when the server listens on every address. */
    private static String reachable(String host) {
        try {
            var address = InetAddress.getByName(host);
            if (address.isAnyLocalAddress()) {
                return "127.0.0.1";
            }
            return host.contains(":") ? "[" + host + "]" : host;
        } catch (UnknownHostException unknown) {
            throw Refusal.misused("http.host is not an address of this machine: " + host);
        }
    }
}
