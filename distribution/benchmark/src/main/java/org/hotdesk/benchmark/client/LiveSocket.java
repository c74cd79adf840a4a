package org.hotdesk.benchmark.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * One WebSocket connection, carried by a {@link SocketLoop}.
 *
 * <p>Sending is thread-safe; what the network does not take at once waits here, up to 4 MB.
 */
public final class LiveSocket {
    private static final int MOST_WAITING = 4 << 20;
    private static final byte[] NOTHING = {};

    private final SocketLoop loop;
    private final SocketChannel channel;
    private final LiveListener listener;
    private final ByteBuffer request;
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream(0);

    private long waitingBytes;
    private byte[] held = NOTHING;
    private int heldCount;
    private volatile boolean open;
    private boolean over;

    LiveSocket(SocketLoop loop, SocketChannel channel, LiveListener listener, String request) {
        this.loop = loop;
        this.channel = channel;
        this.listener = listener;
        this.request = ByteBuffer.wrap(request.getBytes(ISO_8859_1));
    }

    /** Sends one text message; false when the connection does not stand. */
    public boolean send(byte[] utf8) {
        return open && write(Frames.masked(Frames.TEXT, utf8));
    }

    /** Whether the connection stands. */
    public boolean isOpen() {
        return open;
    }

    /** Says goodbye and ends the connection. */
    public void close() {
        if (open) {
            var code = ByteBuffer.allocate(2).putShort((short) 1000).array();
            write(Frames.masked(Frames.CLOSE, code));
        }
        loop.end(this, 1000, "closed here");
    }

    /** Cuts the line without a word, as a broken network would. */
    public void cut() {
        loop.end(this, 1006, "cut here");
    }

    SocketChannel channel() {
        return channel;
    }

    void connected() {
        write(request);
    }

    private boolean write(ByteBuffer bytes) {
        synchronized (waiting) {
            if (!waiting.isEmpty()) {
                return enqueue(bytes);
            }
            try {
                channel.write(bytes);
            } catch (IOException broken) {
                loop.end(this, 1006, broken.toString());
                return false;
            }
            return !bytes.hasRemaining() || enqueue(bytes);
        }
    }

    private boolean enqueue(ByteBuffer bytes) {
        waitingBytes += bytes.remaining();
        if (waitingBytes > MOST_WAITING) {
            loop.end(this, 1006, "the server does not read");
            return false;
        }
        waiting.add(bytes);
        loop.wantsToWrite(this);
        return true;
    }

    void writable(SelectionKey key) throws IOException {
        synchronized (waiting) {
            while (!waiting.isEmpty()) {
                var next = waiting.element();
                waitingBytes -= channel.write(next);
                if (next.hasRemaining()) {
                    return;
                }
                waiting.remove();
            }
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    void received(ByteBuffer bytes) {
        int count = bytes.remaining();
        if (held.length - heldCount < count) {
            held = Arrays.copyOf(held, Math.max(heldCount + count, 2 * held.length));
        }
        bytes.get(held, heldCount, count);
        heldCount += count;
        int used = open ? 0 : upgrade();
        if (open) {
            byte[] frames = used == 0 ? held : Arrays.copyOfRange(held, used, heldCount);
            used += Frames.take(frames, heldCount - used, this::frame);
        }
        keep(used);
    }

    private void keep(int used) {
        int left = heldCount - used;
        held = left == 0 ? NOTHING : Arrays.copyOfRange(held, used, heldCount);
        heldCount = left;
    }

    private int upgrade() {
        var text = new String(held, 0, heldCount, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return 0;
        }
        var status = text.split(" ", 3);
        if (status.length < 2 || !status[1].equals("101")) {
            int code = status.length > 1 && status[1].matches("\\d{3}") ? number(status[1]) : 1006;
            loop.end(this, code, "upgrade refused: " + text.lines().findFirst().orElse(""));
            return heldCount;
        }
        open = true;
        listener.opened(this);
        return end + 4;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private void frame(int opcode, boolean last, byte[] payload) {
        switch (opcode) {
            case Frames.TEXT, Frames.CONTINUATION -> text(last, payload);
            case Frames.PING -> write(Frames.masked(Frames.PONG, payload));
            case Frames.CLOSE -> closedByServer(payload);
            default -> {}
        }
    }

    private void text(boolean last, byte[] payload) {
        if (last && parts.size() == 0) {
            listener.text(this, payload);
            return;
        }
        parts.writeBytes(payload);
        if (last) {
            var whole = parts.toByteArray();
            parts.reset();
            listener.text(this, whole);
        }
    }

    private void closedByServer(byte[] payload) {
        write(Frames.masked(Frames.CLOSE, payload));
        int code = payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xFFFF;
        var reason = payload.length < 2 ? "" : new String(payload, 2, payload.length - 2, UTF_8);
        loop.end(this, code, reason);
    }

    void ended(int code, String reason) {
        if (!over) {
            over = true;
            open = false;
            listener.closed(this, code, reason);
        }
    }
}
