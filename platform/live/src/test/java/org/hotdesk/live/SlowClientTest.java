package org.hotdesk.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One client that does not read, among others who do. */
class SlowClientTest {
    private LiveServer server;

    @BeforeEach
    void start() throws Exception {
        server = new LiveServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void who_does_not_read_is_cut_off_and_nobody_else_waits() throws Exception {
        try (var deaf = deafVisitor()) {
            var visitor = server.visitor(4);
            visitor.next("welcome");
            visitor.say("{'type':'open','id':'1','clientId':'c-0','text':'hi','language':'en'}");
            var text = "x".repeat(5_000);
            for (var i = 1; i <= 4_000; i += 50) {
                for (var number = i; number < i + 50; number++) {
                    visitor.say(
                            "{'type':'send','id':'%d','conversation':'1','clientId':'c-%d','text':'%s'}"
                                    .formatted(number, number, text));
                }
                // Reads as it writes: who does not is cut off as well, and rightly.
                var written = i + 50;
                var last = visitor.next("message", line -> line.get("seq").asInt() == written);
                assertThat(last.get("text").asText()).isEqualTo(text);
            }
            assertThat(server.live.check().figures()).containsEntry("slow clients cut off", "1");
            assertThat(deaf.isConnected()).isTrue();
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> server.live.check().figures().get("connections").equals("1"));
        }
    }

    /** Says hello as the same visitor, with hands, and never reads. */
    private Socket deafVisitor() throws IOException {
        var socket = new Socket("127.0.0.1", server.port());
        var request =
                """
                GET /live/visitor HTTP/1.1\r
                Host: 127.0.0.1:%d\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Version: 13\r
                \r
                """
                        .formatted(server.port());
        var out = socket.getOutputStream();
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        while (server.live.check().figures().get("connections").equals("0")) {
            Thread.onSpinWait();
        }
        var hello =
                "{\"type\":\"hello\",\"token\":\"visitor-4\"}".getBytes(StandardCharsets.US_ASCII);
        out.write(0x81);
        out.write(0x80 | hello.length);
        out.write(new byte[4]);
        out.write(hello);
        await().until(() -> server.live.check().figures().get("visitors").equals("1"));
        return socket;
    }
}
