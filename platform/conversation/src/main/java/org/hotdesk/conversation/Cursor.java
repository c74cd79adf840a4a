package org.hotdesk.conversation;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a page of a list begins; on the wire not meant to be read by anybody. */
record Cursor(Instant at, long id) {
    static final Cursor START = new Cursor(Instant.EPOCH, 0);
    static final Cursor END = new Cursor(Instant.EPOCH, Long.MAX_VALUE);

    static Cursor parse(String text) {
        try {
            String[] plain =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII)
                            .split(" ", -1);
            if (plain.length == 2) {
                return new Cursor(Instant.parse(plain[0]), Long.parseLong(plain[1]));
            }
        } catch (IllegalArgumentException | DateTimeException garbage) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static Fault unreadable() {
        return Fault.invalid(
                "cursor",
                "cursor-invalid",
                new Words(
                        "请原样使用上一页给出的 cursor。", "Take the cursor from the page before, as it is."));
    }

    @Override
    public String toString() {
        byte[] plain = (at + " " + id).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
