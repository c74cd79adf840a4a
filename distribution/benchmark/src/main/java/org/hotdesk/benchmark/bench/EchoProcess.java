package org.hotdesk.benchmark.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.hotdesk.benchmark.client.LiveListener;
import org.hotdesk.benchmark.client.LiveSocket;
import org.hotdesk.benchmark.client.Refusal;
import org.hotdesk.benchmark.client.SocketLoop;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A {@link BareEcho} in a process of its own, and the loops that talk to it. */
final class EchoProcess implements AutoCloseable {
    /** Few enough at once that the queue of connections does not overflow. */
    private static final int AT_ONCE = 100;

    private static final byte[] FRAME =
            ("{\"type\":\"send\",\"id\":\"1234\",\"conversation\":\"17\",\"clientId\":\"bench-17-1234\","
                            + "\"text\":\"How long does it take until my order arrives in Hangzhou?\"}")
                    .getBytes(UTF_8);

    private final Process process;
    private final URI address;
    private final Watched watched;
    private final double startSeconds;

    private EchoProcess(Process process, double startSeconds, int port) {
        this.process = process;
        this.startSeconds = startSeconds;
        this.watched = new Watched(process.toHandle());
        this.address = URI.create("http://127.0.0.1:" + port + "/");
    }

    static EchoProcess start() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                List.of(
                        java,
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareEcho.class.getName());
        try {
            long begun = System.nanoTime();
            var process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            var port = process.inputReader(UTF_8).readLine();
            if (port == null) {
                throw Refusal.failure("The bare echo did not start");
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            return new EchoProcess(process, seconds, Integer.parseInt(port));
        } catch (IOException impossible) {
            throw Refusal.failure("The bare echo did not start: " + impossible.getMessage());
        }
    }

    Watched watched() {
        return watched;
    }

    /** From the start of the process until it listened. */
    double startSeconds() {
        return startSeconds;
    }

    /** A closed loop over so many connections. */
    Measured measure(SocketLoop loop, int connections, Conditions conditions) {
        var meter = new Meter();
        var sockets = new ArrayList<LiveSocket>();
        for (int i = 0; i < connections; i++) {
            sockets.add(connect(loop, new Talker(meter)));
        }
        var measured = meter.rounds(conditions, watched::cpu);
        sockets.forEach(LiveSocket::cut);
        return measured;
    }

    /** Heap that one connection costs which does nothing, in KB. */
    double idleKilobytes(SocketLoop loop, int connections) {
        double before = watched.heapMb().orElse(0);
        var opened = new ArrayList<CompletableFuture<Void>>();
        var sockets = new ArrayList<LiveSocket>();
        for (int i = 0; i < connections; i++) {
            var listener = new Silent();
            opened.add(listener.opened);
            sockets.add(connect(loop, listener));
            if (i >= AT_ONCE) {
                awaitOpen(opened.get(i - AT_ONCE));
            }
        }
        opened.forEach(EchoProcess::awaitOpen);
        double after = watched.heapMb().orElse(0);
        sockets.forEach(LiveSocket::cut);
        return (after - before) * 1024 / connections;
    }

    private static void awaitOpen(CompletableFuture<Void> one) {
        Moments.await(one, 60, "connecting to the bare echo");
    }

    private LiveSocket connect(SocketLoop loop, LiveListener listener) {
        return loop.connect(address, "/echo", Map.of(), listener);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Sends again what came back. */
    private static final class Talker implements LiveListener {
        private final Meter meter;
        private long sentAt;

        Talker(Meter meter) {
            this.meter = meter;
        }

        @Override
        public void opened(LiveSocket socket) {
            sentAt = System.nanoTime();
            socket.send(FRAME);
        }

        @Override
        public void text(LiveSocket socket, byte[] utf8) {
            meter.record(System.nanoTime() - sentAt);
            opened(socket);
        }

        @Override
        public void closed(LiveSocket socket, int code, String reason) {}
    }

    /** Is there. */
    private static final class Silent implements LiveListener {
        private final CompletableFuture<Void> opened = new CompletableFuture<>();

        @Override
        public void opened(LiveSocket socket) {
            opened.complete(null);
        }

        @Override
        public void text(LiveSocket socket, byte[] utf8) {}

        @Override
        public void closed(LiveSocket socket, int code, String reason) {
            opened.completeExceptionally(new IOException(reason));
        }
    }
}
