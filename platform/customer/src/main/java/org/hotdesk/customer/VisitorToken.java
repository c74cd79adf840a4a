package org.hotdesk.customer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The secret that makes a browser a known visitor: 256 random bits. Only its hash is stored. */
record VisitorToken(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    static VisitorToken random() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new VisitorToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Whether it could be one of ours at all. */
    boolean isWellFormed() {
        return FORM.matcher(value).matches();
    }

    /** What the database knows it by. */
    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Secrets do not get into logs. */
    @Override
    public String toString() {
        return "VisitorToken[…]";
    }
}
