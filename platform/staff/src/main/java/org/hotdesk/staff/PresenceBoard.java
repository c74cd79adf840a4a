package org.hotdesk.staff;

import static org.hotdesk.api.Permission.CONVERSATION_MANAGE;

import org.hotdesk.api.Actor;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.PresenceState;
import org.hotdesk.api.staff.Presences;
import org.hotdesk.api.storage.Storage;
import org.hotdesk.api.storage.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who is at work, and a watch over those who fell silent. */
@Component(
        configurationPid = "org.hotdesk.staff",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class PresenceBoard implements Presences {

    /** Settings {@code staff.…}. */
    public @interface Config {
        /** Seconds without a sign of life until somebody counts as gone. */
        int graceSeconds() default 30;
    }

    private final PresenceRows rows;
    private final PresenceDesk desk;
    private final Transactions transactions;
    private final Clock clock;
    private final ConnectionWatch watch;

    @Activate
    public PresenceBoard(
            @Reference Storage storage,
            @Reference Transactions transactions,
            @Reference Events events,
            Config config) {
        this(
                storage,
                transactions,
                events,
                Clock.systemUTC(),
                Duration.ofSeconds(Math.max(1, config.graceSeconds())));
        watch.start();
    }

    PresenceBoard(
            Storage storage,
            Transactions transactions,
            Events events,
            Clock clock,
            Duration grace) {
        this.rows = storage.mapper(PresenceRows.class);
        this.desk = new PresenceDesk(storage, transactions, events, clock);
        this.transactions = transactions;
        this.clock = clock;
        this.watch = new ConnectionWatch(rows, desk, clock, grace);
    }

    @Deactivate
    void stop() {
        watch.stop();
    }

    @Override
    public List<PresenceState> list() {
        return rows.ofActive().stream().map(PresenceRows.Row::state).toList();
    }

    @Override
    public Optional<PresenceState> find(AgentId agent) {
        return rows.find(agent).map(PresenceRows.Row::state);
    }

    @Override
    public PresenceState set(
            Actor actor, AgentId agent, Presence presence, Optional<String> reason) {
        if (!(actor instanceof Actor.Agent own && own.id().equals(agent))) {
            actor.require(CONVERSATION_MANAGE);
        }
        return desk.set(actor, agent, presence, StaffRules.reason(reason));
    }

    @Override
    public void heartbeat(Collection<AgentId> agents) {
        List<Long> ids = agents.stream().map(AgentId::value).distinct().sorted().toList();
        if (!ids.isEmpty()) {
            transactions.runAgainOnDeadlock(
                    () -> {
                        rows.heard(ids, Time.now(clock));
                        return ids;
                    });
        }
    }

    /** The watch over those who fell silent. */
    ConnectionWatch watch() {
        return watch;
    }
}
