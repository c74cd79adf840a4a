package org.hotdesk.staff;

import org.hotdesk.api.staff.AgentId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks every few seconds for agents of whom nothing was heard for the grace period.
 *
 * <p>Nobody is judged before this watch itself has been looking for a whole grace period: not after
 * a start, and not after it was kept from looking (a suspended machine, a database that was away, a
 * clock that jumped), for then their signs of life may have been lost with it.
 */
final class ConnectionWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionWatch.class);
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(5);
    private static final int MISSED_LOOKS = 4;

    private final PresenceRows rows;
    private final PresenceDesk desk;
    private final Clock clock;
    private final Duration grace;
    private final Duration interval;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("staff-presence").daemon().factory());
    private Instant lookingSince;
    private Instant lastLook;

    ConnectionWatch(PresenceRows rows, PresenceDesk desk, Clock clock, Duration grace) {
        this.rows = rows;
        this.desk = desk;
        this.clock = clock;
        this.grace = grace;
        Duration part = grace.dividedBy(6);
        this.interval = part.compareTo(LONGEST_INTERVAL) < 0 ? part : LONGEST_INTERVAL;
        this.lookingSince = clock.instant();
        this.lastLook = lookingSince;
    }

    Duration interval() {
        return interval;
    }

    void start() {
        var unused =
                timer.scheduleWithFixedDelay(
                        this::lookAndReport,
                        interval.toMillis(),
                        interval.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Lets a look that is under way end; an interrupt would close the embedded database's file. */
    void stop() {
        timer.shutdown();
        try {
            timer.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void look() {
        Instant now = Time.now(clock);
        Duration pause = Duration.between(lastLook, now);
        if (pause.isNegative() || pause.compareTo(interval.multipliedBy(MISSED_LOOKS)) > 0) {
            lookingSince = now;
        }
        Instant cutoff = now.minus(grace);
        var silent = rows.silentSince(cutoff);
        if (!lookingSince.isAfter(cutoff)) {
            silent.forEach(id -> desk.lose(new AgentId(id), cutoff));
        }
        lastLook = now;
    }

    private void lookAndReport() {
        try {
            look();
        } catch (RuntimeException failure) {
            // Tried again at the next look, with a new grace period when that takes long.
            LOG.warn("Cannot see who is connected: {}", failure.toString());
        }
    }
}
