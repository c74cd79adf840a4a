package org.hotdesk.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;

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
        try {
            var connection = URI.create(url + "/health/ready").toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection instanceof HttpURLConnection http && http.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

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
