package org.hotdesk.customer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The parameters of a URL, whose bytes may be in any encoding. */
record QueryString(String encoded) {

    /** The bytes of the first parameter of this name that is not empty; names ignore case. */
    Optional<byte[]> bytes(String name) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].equalsIgnoreCase(name))
                .map(pair -> decode(pair[1]))
                .filter(bytes -> bytes.length > 0)
                .findFirst();
    }

    /** The parameter as UTF-8 text; empty when it is missing, blank or something else. */
    Optional<String> text(String name) {
        return bytes(name)
                .flatMap(bytes -> read(bytes, StandardCharsets.UTF_8))
                .filter(text -> !text.isBlank());
    }

    /** What these bytes say in this encoding; empty when they are not in it. */
    static Optional<String> read(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }

    private static byte[] decode(String value) {
        var bytes = new ByteArrayOutputStream(value.length());
        int at = 0;
        while (at < value.length()) {
            char each = value.charAt(at);
            int code = each == '%' ? hex(value, at + 1) : -1;
            if (code >= 0) {
                bytes.write(code);
                at += 3;
            } else {
                int point = value.codePointAt(at);
                bytes.writeBytes(
                        (each == '+' ? " " : Character.toString(point))
                                .getBytes(StandardCharsets.UTF_8));
                at += Character.charCount(point);
            }
        }
        return bytes.toByteArray();
    }

    /** The number that two hexadecimal digits make; -1 when they are something else. */
    private static int hex(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
