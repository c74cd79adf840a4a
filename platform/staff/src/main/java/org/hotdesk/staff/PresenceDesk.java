package org.hotdesk.staff;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.PresenceChanged;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.PresenceState;
import org.hotdesk.api.storage.Storage;
import org.hotdesk.api.storage.Transactions;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Changes the presence of an agent and records it, under the lock of the agent's row. */
final class PresenceDesk {
    private static final Actor ACTOR = new Actor.Platform("staff");
    private static final String CONNECTION_LOST = "connection-lost";

    private final PresenceRows rows;
    private final AgentBook agents;
    private final Transactions transactions;
    private final Events events;
    private final Clock clock;

    PresenceDesk(Storage storage, Transactions transactions, Events events, Clock clock) {
        this.rows = storage.mapper(PresenceRows.class);
        this.agents = new AgentBook(storage.mapper(AgentRows.class));
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    PresenceState set(Actor actor, AgentId agent, Presence presence, Optional<String> reason) {
        return transactions.run(
                () -> {
                    PresenceRows.Row before = locked(agent);
                    if (presence != Presence.OFFLINE) {
                        checkActive(agent);
                        // Whoever says so is there: the grace period starts anew.
                        rows.heard(List.of(agent.value()), Time.now(clock));
                    }
                    return move(actor, before, presence, reason);
                });
    }

    /** Somebody is no longer active, in the transaction of the caller. */
    void leave(Actor actor, AgentId agent) {
        move(actor, locked(agent), Presence.OFFLINE, Optional.empty());
    }

    /** Nothing was heard of an agent since then, unless something was heard meanwhile. */
    void lose(AgentId agent, Instant before) {
        transactions.run(
                () -> {
                    PresenceRows.Row row = locked(agent);
                    if (row.presence() != Presence.OFFLINE
                            && rows.heardAt(agent.value()).isBefore(before)) {
                        move(ACTOR, row, Presence.OFFLINE, Optional.of(CONNECTION_LOST));
                    }
                });
    }

    private PresenceState move(
            Actor actor, PresenceRows.Row before, Presence presence, Optional<String> reason) {
        PresenceState was = before.state();
        if (was.presence() == presence && was.reason().equals(reason)) {
            return was;
        }
        Instant since = was.presence() == presence ? was.since() : Time.now(clock);
        rows.set(before.agentId(), presence, reason, since);
        var now =
                new PresenceState(was.agent(), presence, reason, since, was.load(), was.capacity());
        events.record(actor, new PresenceChanged(now, agents.teamsOf(was.agent())));
        return now;
    }

    private PresenceRows.Row locked(AgentId agent) {
        return rows.lock(agent).orElseThrow(() -> Fault.notFound("agent", agent));
    }

    private void checkActive(AgentId agent) {
        if (!rows.active(agent)) {
            throw Fault.of(
                    Fault.Category.CONFLICT,
                    "agent-inactive",
                    new Words("这个账号已停用。", "This account is not active."));
        }
    }
}
