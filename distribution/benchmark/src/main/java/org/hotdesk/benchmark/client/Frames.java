package org.hotdesk.benchmark.client;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** The bytes of the WebSocket protocol, client side (RFC 6455, section 5), without extensions. */
final class Frames {
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;

    /** Takes complete frames out of a stream of bytes. */
    interface Taker {
        void frame(int opcode, boolean last, byte[] payload);
    }

    private Frames() {}

    /** One whole message in one masked frame, ready to be written. */
    static ByteBuffer masked(int opcode, byte[] payload) {
        var frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) (FINAL | opcode));
        if (payload.length < 126) {
            frame.put((byte) (MASKED | payload.length));
        } else if (payload.length < 65536) {
            frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (MASKED | 127)).putLong(payload.length);
        }
        var mask = ThreadLocalRandom.current().nextInt();
        frame.putInt(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ (mask >>> (24 - 8 * (i & 3)))));
        }
        return frame.flip();
    }

    /**
     * Hands over every complete frame of {@code bytes}.
     *
     * @return how many bytes were used
     */
    static int take(byte[] bytes, int count, Taker taker) {
        int from = 0;
        while (true) {
            int head = headLength(bytes, from, count);
            if (head < 0) {
                return from;
            }
            long length = payloadLength(bytes, from);
            if (length > Integer.MAX_VALUE - 16) {
                throw new IllegalArgumentException("frame of " + length + " bytes");
            }
            int end = from + head + (int) length;
            if (end > count || end < 0) {
                return from;
            }
            taker.frame(
                    bytes[from] & 0x0F,
                    (bytes[from] & FINAL) != 0,
                    Arrays.copyOfRange(bytes, from + head, end));
            from = end;
        }
    }

    private static int headLength(byte[] bytes, int from, int count) {
        if (count - from < 2) {
            return -1;
        }
        int head =
                switch (bytes[from + 1] & 0x7F) {
                    case 126 -> 4;
                    case 127 -> 10;
                    default -> 2;
                };
        return count - from < head ? -1 : head;
    }

    private static long payloadLength(byte[] bytes, int from) {
        var buffer = ByteBuffer.wrap(bytes);
        return switch (bytes[from + 1] & 0x7F) {
            case 126 -> buffer.getShort(from + 2) & 0xFFFF;
            case 127 -> buffer.getLong(from + 2);
            default -> bytes[from + 1] & 0x7F;
        };
    }
}
