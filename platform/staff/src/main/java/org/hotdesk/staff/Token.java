package org.hotdesk.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The secret of a session cookie: 256 random bits. Only its hash is ever stored. */
record Token(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    static Token random() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Whether it could be one of ours at all. */
    boolean isWellFormed() {
        return FORM.matcher(value).matches();
    }

    /** What the database knows it by. */
    String hash() {
        return HexFormat.of().formatHex(sha256(value));
    }

    /** The secret that goes with it for changes; follows from it, so it need not be stored. */
    String csrf() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256("csrf " + value));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Secrets do not get into logs. */
    @Override
    public String toString() {
        return "Token[…]";
    }
}
