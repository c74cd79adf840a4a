package org.hotdesk.conversation;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.concurrent.Semaphore;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Small pictures of images. The size is read before any pixel is, and pixels are skipped while they
 * are read, so that an image that unpacks to gigabytes costs nothing.
 */
final class Pictures {
    private static final int EDGE = 480;
    private static final long MOST_PIXELS = 50_000_000;
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private Pictures() {}

    /** A small picture: no bytes when the image is shown as it is. */
    record Picture(int width, int height, ByteBuffer thumbnail) {
        static final Picture NONE = new Picture(0, 0, ByteBuffer.allocate(0));
    }

    /** Looks at an image that a signature was found of. */
    static Picture of(InputStream bytes, FileTypes.FileType type) {
        AT_ONCE.acquireUninterruptibly();
        try {
            return type.name().equals("webp") ? webp(bytes) : read(bytes);
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof Fault fault) {
                throw fault;
            }
            throw Fault.invalid(
                    "file", "image-unreadable", new Words("图片已损坏。", "This image is damaged."));
        } finally {
            AT_ONCE.release();
        }
    }

    private static Picture read(InputStream bytes) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(bytes)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no reader");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return read(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Picture read(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        requirePixels(width, height);
        ImageReadParam param = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / (EDGE * 2));
        param.setSourceSubsampling(step, step, 0, 0);
        return new Picture(width, height, ByteBuffer.wrap(small(reader.read(0, param))));
    }

    private static void requirePixels(long width, long height) {
        if (width < 1 || height < 1 || width * height > MOST_PIXELS) {
            throw Fault.invalid(
                    "file",
                    "image-too-large",
                    new Words("图片最多 5000 万像素。", "An image has at most 50 million pixels."));
        }
    }

    private static byte[] small(BufferedImage image) throws IOException {
        double scale = Math.min(1.0, (double) EDGE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean clear = image.getColorModel().hasAlpha();
        BufferedImage small =
                new BufferedImage(
                        width,
                        height,
                        clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(small, clear ? "png" : "jpeg", out)) {
            throw new IOException("no writer");
        }
        return out.toByteArray();
    }

    /** The size stands in the first chunk (RFC 9649); the pixels are left to the browser. */
    private static Picture webp(InputStream in) throws IOException {
        byte[] head = in.readNBytes(30);
        if (head.length < 30) {
            throw new IOException("too short");
        }
        int width;
        int height;
        switch (head[15]) {
            case 'X' -> {
                width = 1 + number(head, 24, 3);
                height = 1 + number(head, 27, 3);
            }
            case 'L' -> {
                int bits = number(head, 21, 4);
                width = 1 + (bits & 0x3fff);
                height = 1 + ((bits >>> 14) & 0x3fff);
            }
            default -> {
                width = number(head, 26, 2) & 0x3fff;
                height = number(head, 28, 2) & 0x3fff;
            }
        }
        requirePixels(width, height);
        return new Picture(width, height, ByteBuffer.allocate(0));
    }

    private static int number(byte[] bytes, int at, int length) {
        int number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = (number << 8) | (bytes[at + i] & 0xff);
        }
        return number;
    }
}
