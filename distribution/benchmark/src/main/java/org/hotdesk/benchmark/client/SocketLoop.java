package org.hotdesk.benchmark.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/** Carries any number of WebSocket connections on one thread. Thread-safe. */
public final class SocketLoop implements AutoCloseable {
    private final Selector selector;
    private final Queue<Runnable> duties = new ConcurrentLinkedQueue<>();
    private final ByteBuffer input = ByteBuffer.allocateDirect(64 << 10);
    private final Thread thread;
    private volatile boolean closed;

    public SocketLoop(String name) {
        try {
            selector = Selector.open();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
        thread.start();
    }

    /** Begins to connect; the listener hears how it went. */
    public LiveSocket connect(
            URI server, String path, Map<String, String> headers, LiveListener listener) {
        try {
            var channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            var socket =
                    new LiveSocket(this, channel, listener, upgradeRequest(server, path, headers));
            soon(() -> begin(socket, server));
            return socket;
        } catch (IOException broken) {
            throw Refusal.failure("No connection can be opened: " + broken.getMessage());
        }
    }

    private static String upgradeRequest(URI server, String path, Map<String, String> headers) {
        var key = new byte[16];
        ThreadLocalRandom.current().nextBytes(key);
        var request = new StringBuilder("GET " + path + " HTTP/1.1\r\n");
        request.append("Host: ").append(server.getAuthority()).append("\r\n");
        request.append("Upgrade: websocket\r\nConnection: Upgrade\r\n");
        request.append("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ");
        request.append(Base64.getEncoder().encodeToString(key)).append("\r\n");
        headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
        return request.append("\r\n").toString();
    }

    private void begin(LiveSocket socket, URI server) {
        try {
            int port = server.getPort() < 0 ? 80 : server.getPort();
            var channel = socket.channel();
            boolean atOnce = channel.connect(new InetSocketAddress(server.getHost(), port));
            channel.register(
                    selector, atOnce ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, socket);
            if (atOnce) {
                socket.connected();
            }
        } catch (IOException | RuntimeException unreachable) {
            finish(socket, 1006, unreachable.toString());
        }
    }

    void wantsToWrite(LiveSocket socket) {
        soon(
                () -> {
                    var key = socket.channel().keyFor(selector);
                    if (key != null && key.isValid()) {
                        key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                    }
                });
    }

    void end(LiveSocket socket, int code, String reason) {
        soon(() -> finish(socket, code, reason));
    }

    private static void finish(LiveSocket socket, int code, String reason) {
        try {
            socket.channel().close();
        } catch (IOException _) {
            // It is gone either way.
        }
        socket.ended(code, reason);
    }

    private void soon(Runnable duty) {
        duties.add(duty);
        if (Thread.currentThread() != thread) {
            selector.wakeup();
        }
    }

    private void run() {
        while (!closed) {
            try {
                if (duties.isEmpty()) {
                    selector.select();
                } else {
                    selector.selectNow();
                }
                for (var key : selector.selectedKeys()) {
                    serve(key);
                }
                selector.selectedKeys().clear();
                for (var duty = duties.poll(); duty != null; duty = duties.poll()) {
                    duty.run();
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private void serve(SelectionKey key) {
        var socket = (LiveSocket) key.attachment();
        try {
            if (key.isConnectable() && socket.channel().finishConnect()) {
                key.interestOps(SelectionKey.OP_READ);
                socket.connected();
            }
            if (key.isValid() && key.isReadable()) {
                read(socket);
            }
            if (key.isValid() && key.isWritable()) {
                socket.writable(key);
            }
        } catch (IOException | RuntimeException broken) {
            finish(socket, 1006, broken.toString());
        }
    }

    private void read(LiveSocket socket) throws IOException {
        input.clear();
        int count = socket.channel().read(input);
        if (count < 0) {
            finish(socket, 1006, "the server hung up");
        } else if (count > 0) {
            socket.received(input.flip());
        }
    }

    @Override
    public void close() {
        soon(
                () -> {
                    closed = true;
                    for (var key : new ArrayList<>(selector.keys())) {
                        finish((LiveSocket) key.attachment(), 1006, "the loop ended");
                    }
                });
    }
}
