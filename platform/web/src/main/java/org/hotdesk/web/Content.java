package org.hotdesk.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** A file as it is sent: its bytes, packed too where that was done at build time. */
final class Content {
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("json", "application/json; charset=utf-8"),
                    Map.entry("map", "application/json; charset=utf-8"),
                    Map.entry("md", "text/plain; charset=utf-8"),
                    Map.entry("mjs", "text/javascript; charset=utf-8"),
                    Map.entry("png", "image/png"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("txt", "text/plain; charset=utf-8"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("woff2", "font/woff2"));

    private final String type;
    private final String tag;
    private final byte[] plain;
    private final Optional<byte[]> packed;

    private Content(String type, byte[] plain, Optional<byte[]> packed) {
        this.type = type;
        this.tag = '"' + hash(plain) + '"';
        this.plain = plain;
        this.packed = packed;
    }

    static Content of(String name, byte[] plain) {
        return new Content(typeOf(name), plain, Optional.empty());
    }

    static Content read(String name, URL file, Optional<URL> packed) {
        return new Content(typeOf(name), bytes(file), packed.map(Content::bytes));
    }

    String type() {
        return type;
    }

    /** Changes with the content, and only then. */
    String tag() {
        return tag;
    }

    byte[] plain() {
        return plain;
    }

    /** The same, packed with gzip. */
    Optional<byte[]> packed() {
        return packed;
    }

    String text() {
        return new String(plain, StandardCharsets.UTF_8);
    }

    private static String typeOf(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }

    private static byte[] bytes(URL file) {
        try (InputStream in = file.openStream()) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
