package org.hotdesk.benchmark.client;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.hotdesk.benchmark.bench.BareEcho;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class SocketLoopTest {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final SocketLoop loop = new SocketLoop("test");
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private final LiveListener listener =
            new LiveListener() {
                @Override
                public void opened(LiveSocket socket) {
                    heard.add("opened");
                }

                @Override
                public void text(LiveSocket socket, byte[] utf8) {
                    heard.add(new String(utf8, UTF_8));
                }

                @Override
                public void closed(LiveSocket socket, int code, String reason) {
                    heard.add("closed " + code);
                }
            };

    @BeforeEach
    void listen() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(
                WebSocketUpgradeHandler.from(
                        server,
                        container -> {
                            container.setMaxTextMessageSize(1 << 20);
                            container.addMapping("/echo", (_, _, _) -> new BareEcho.Echo());
                        }));
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        loop.close();
        server.stop();
    }

    private LiveSocket connect(String path) {
        var address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
        return loop.connect(address, path, Map.of(), listener);
    }

    private String next() throws InterruptedException {
        var said = heard.poll(10, TimeUnit.SECONDS);
        return said == null ? "nothing" : said;
    }

    @Test
    void texts_of_every_length_come_back_as_they_were_sent() throws Exception {
        var socket = connect("/echo");
        assertThat(next()).isEqualTo("opened");
        for (int length : new int[] {0, 1, 125, 126, 127, 65_535, 65_536, 300_000}) {
            var text = "你".repeat(length / 3) + "x".repeat(length % 3);
            assertThat(socket.send(text.getBytes(UTF_8))).isTrue();
            assertThat(next()).isEqualTo(text);
        }
    }

    @Test
    void many_texts_at_once_keep_their_order() throws Exception {
        var socket = connect("/echo");
        assertThat(next()).isEqualTo("opened");
        for (int i = 0; i < 5_000; i++) {
            socket.send(Integer.toString(i).getBytes(UTF_8));
        }
        for (int i = 0; i < 5_000; i++) {
            assertThat(next()).isEqualTo(Integer.toString(i));
        }
    }

    @Test
    void a_refused_upgrade_tells_the_status() throws Exception {
        connect("/elsewhere");
        assertThat(next()).isEqualTo("closed 404");
    }

    @Test
    void a_server_that_goes_is_told_once() throws Exception {
        var socket = connect("/echo");
        assertThat(next()).isEqualTo("opened");
        connector.getConnectedEndPoints().forEach(EndPoint::close);
        assertThat(next()).isEqualTo("closed 1006");
        assertThat(socket.isOpen()).isFalse();
        assertThat(socket.send(new byte[1])).isFalse();
    }

    @Test
    void nobody_there_is_told_too() throws Exception {
        connector.close();
        connect("/echo");
        assertThat(next()).isEqualTo("closed 1006");
    }
}
