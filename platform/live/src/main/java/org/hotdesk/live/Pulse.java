package org.hotdesk.live;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashMap;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What happens by the clock: pings, ends of silent connections, and what was gathered. */
final class Pulse {
    private static final Logger log = LoggerFactory.getLogger(Pulse.class);
    private static final long HELLO = TimeUnit.SECONDS.toNanos(10);
    private static final long PING = TimeUnit.SECONDS.toNanos(15);
    private static final long SILENCE = TimeUnit.SECONDS.toNanos(45);
    private static final long GOODBYE = TimeUnit.SECONDS.toNanos(5);

    private final Hub hub;
    private final ScheduledExecutorService clock =
            Executors.newScheduledThreadPool(
                    3, Thread.ofPlatform().name("live-pulse-", 0).daemon().factory());
    private long beat = System.nanoTime();

    Pulse(Hub hub) {
        this.hub = hub;
    }

    void start(Previews previews, Loads loads) {
        every(1_000, "pings", this::beat);
        every(200, "deliveries", hub.deliveries()::tell);
        every(500, "previews", previews::tell);
        every(1_000, "positions", hub.positions()::tell);
        every(1_000, "loads", loads::tell);
        every(1_000, "extensions", hub.router().routes()::tellExtensions);
        every(3_000, "sessions", this::renewSessions);
        every(5_000, "heartbeats", this::heartbeat);
    }

    void stop() {
        clock.shutdownNow();
    }

    private void every(long millis, String what, Runnable work) {
        Runnable safe =
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        log.warn("{} failed; they are tried again", what, e);
                    }
                };
        var unused = clock.scheduleWithFixedDelay(safe, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        var before = beat;
        var now = System.nanoTime();
        beat = now;
        hub.connections().all.forEach(connection -> beat(connection, before, now));
    }

    private static void beat(Connection connection, long before, long now) {
        if (connection.closingAt() != 0) {
            if (now - connection.closingAt() > GOODBYE) {
                connection.disconnect();
            }
        } else if (!connection.greeted() && now - connection.openedAt() > HELLO) {
            connection.close(CloseCode.POLICY, "no hello");
        } else if (now - connection.heardAt() > SILENCE) {
            connection.cutOff(CloseCode.LATER, "silent");
        } else if ((now - connection.openedAt()) / PING
                != (before - connection.openedAt()) / PING) {
            connection.ping();
        }
    }

    private void heartbeat() {
        var agents = hub.connections().agents.keys();
        if (!agents.isEmpty()) {
            hub.services().presences().heartbeat(Set.copyOf(agents));
        }
    }

    /** Whose session has ended is sent away; who may more or less than before hears accordingly. */
    private void renewSessions() {
        var sessions = new HashMap<String, Boolean>();
        for (var connection : hub.connections().staff) {
            if (!(connection.dialogue() instanceof AgentDialogue agent)) {
                continue;
            }
            var known = sessions.computeIfAbsent(agent.token(), token -> renew(agent, connection));
            if (!known) {
                connection.close(CloseCode.SIGN_IN, "signed out");
            }
        }
    }

    private boolean renew(AgentDialogue agent, Connection connection) {
        var session = hub.services().signIns().session(agent.token());
        session.ifPresent(now -> agent.renew(now, connection));
        return session.isPresent();
    }
}
