package org.hotdesk.rest;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often one address may do something, per minute; a burst of a whole minute's worth is fine.
 *
 * <p>Remembers the 10,000 addresses that came last. Thread-safe.
 */
final class RateLimit {
    private static final int ADDRESSES = 10_000;

    private final int perMinute;
    private final Clock clock;
    private final Map<String, Bucket> buckets =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > ADDRESSES;
                }
            };

    private record Bucket(double left, long at) {}

    /**
     * A limit.
     *
     * @param perMinute 0: none
     */
    RateLimit(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /**
     * Counts one time.
     *
     * @throws Fault TOO_MANY when it was too often
     */
    void take(String address) {
        if (perMinute > 0 && !taken(address, clock.millis())) {
            throw Fault.of(
                    Fault.Category.TOO_MANY,
                    "too-many-requests",
                    new Words("操作太频繁，请稍后再试。", "Too often; wait a moment."));
        }
    }

    private synchronized boolean taken(String address, long now) {
        var before = buckets.getOrDefault(address, new Bucket(perMinute, now));
        var refilled = before.left() + (now - before.at()) * (perMinute / 60_000.0);
        var left = Math.min(perMinute, refilled) - 1;
        buckets.put(address, new Bucket(Math.max(left, 0), now));
        return left >= 0;
    }
}
