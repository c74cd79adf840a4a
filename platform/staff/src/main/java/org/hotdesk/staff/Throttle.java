package org.hotdesk.staff;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Slows down whoever guesses passwords: after some free failures each further one doubles the wait,
 * up to a quarter of an hour, for the login and for the address.
 *
 * <p>Kept in memory, in bounded space: a failure must not cost a write, or guessing would flood the
 * database. A restart forgets at most a few free failures, and the cost of the hash remains.
 */
final class Throttle {
    private static final int FREE_FOR_LOGIN = 5;

    /** More than for a login: a whole office may share one address. */
    private static final int FREE_FOR_ADDRESS = 20;

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MOST_KEYS = 50_000;
    private static final int LONGEST_KEY = 100;

    private record Failures(int count, Instant last) {}

    private final Clock clock;
    private final Cache<String, Failures> failures;

    Throttle(Clock clock) {
        this.clock = clock;
        this.failures =
                Caffeine.newBuilder()
                        .maximumSize(MOST_KEYS)
                        .expireAfterWrite(REMEMBERED)
                        .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                        .build();
    }

    /**
     * Lets an attempt through, or not.
     *
     * @throws Fault TOO_MANY with the seconds to wait
     */
    void check(String login, String address) {
        Duration wait = wait(loginKey(login), FREE_FOR_LOGIN);
        Duration addressWait = wait(addressKey(address), FREE_FOR_ADDRESS);
        Duration longer = wait.compareTo(addressWait) > 0 ? wait : addressWait;
        if (longer.isPositive()) {
            throw Fault.of(
                    Fault.Category.TOO_MANY,
                    "sign-in-throttled",
                    new Words(
                            "登录失败次数过多，请 %d 秒后再试。".formatted(longer.plusMillis(999).toSeconds()),
                            "Signing in failed too often; try again in %d seconds."
                                    .formatted(longer.plusMillis(999).toSeconds())));
        }
    }

    void failed(String login, String address) {
        count(loginKey(login));
        count(addressKey(address));
    }

    void succeeded(String login) {
        failures.invalidate(loginKey(login));
    }

    private void count(String key) {
        Instant now = clock.instant();
        failures.asMap()
                .merge(
                        key,
                        new Failures(1, now),
                        (before, one) -> new Failures(before.count() + 1, now));
    }

    private Duration wait(String key, int free) {
        Failures known = failures.getIfPresent(key);
        if (known == null || known.count() < free) {
            return Duration.ZERO;
        }
        // 1 s, 2 s, 4 s …; ten doublings are beyond the longest wait.
        Duration delay = Duration.ofSeconds(1L << Math.min(known.count() - free, 10));
        Duration bounded = delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
        return Duration.between(clock.instant(), known.last().plus(bounded));
    }

    private static String loginKey(String login) {
        return "login " + cut(login);
    }

    private static String addressKey(String address) {
        return "address " + cut(address);
    }

    private static String cut(String text) {
        return text.length() > LONGEST_KEY ? text.substring(0, LONGEST_KEY) : text;
    }
}
