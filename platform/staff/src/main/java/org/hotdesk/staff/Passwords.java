package org.hotdesk.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns passwords into what may be stored: Argon2id with 19 MiB, two passes and one lane (OWASP's
 * choice), as a PHC string.
 *
 * <p>A hash takes a tenth of a second and 19 MiB on purpose, so only two run at once; others wait a
 * little and are then turned away. Thread-safe.
 */
@Component(service = Passwords.class)
public final class Passwords {
    static final int SHORTEST = 10;
    static final int LONGEST = 200;

    private static final int AT_ONCE = 2;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern PHC =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
                            + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Duration longestWait;
    private final String nobodys;

    @Activate
    public Passwords() {
        this(LONGEST_WAIT);
    }

    Passwords(Duration longestWait) {
        this.longestWait = longestWait;
        byte[] never = new byte[HASH_BYTES];
        random.nextBytes(never);
        this.nobodys = phc(salt(), never);
    }

    /**
     * The string to store for a password.
     *
     * @throws Fault TOO_MANY when too many others wait
     */
    String hash(String password) {
        byte[] salt = salt();
        return phc(salt, argon2(password, salt, MEMORY_KIB, PASSES, LANES));
    }

    /**
     * Whether this is the password that was stored so.
     *
     * @throws Fault TOO_MANY when too many others wait
     */
    boolean matches(String password, String stored) {
        Matcher parts = PHC.matcher(stored);
        if (!parts.matches()) {
            throw new IllegalStateException("A stored password is not an Argon2id PHC string.");
        }
        byte[] actual =
                argon2(
                        password,
                        Base64.getDecoder().decode(parts.group(4)),
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)));
        return MessageDigest.isEqual(actual, Base64.getDecoder().decode(parts.group(5)));
    }

    /** What is stored for somebody who does not exist: takes as long to check, matches nothing. */
    String nobodys() {
        return nobodys;
    }

    private byte[] argon2(String password, byte[] salt, int memory, int passes, int lanes) {
        enter();
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(
                    new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                            .withMemoryAsKB(memory)
                            .withIterations(passes)
                            .withParallelism(lanes)
                            .withSalt(salt)
                            .build());
            byte[] hash = new byte[HASH_BYTES];
            generator.generateBytes(
                    Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(UTF_8), hash);
            return hash;
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw Fault.of(
                Fault.Category.TOO_MANY,
                "sign-in-busy",
                new Words(
                        "登录的人太多，请几秒后再试。",
                        "Too many people sign in right now; try again in a few seconds."));
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private static String phc(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        MEMORY_KIB,
                        PASSES,
                        LANES,
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }
}
