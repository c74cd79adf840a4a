package org.hotdesk.live;

import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presences;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the staff whose load changed, once for all that changed meanwhile. Thread-safe. */
final class Loads {
    private final Presences presences;
    private final Set<Connection> staff;
    private final Set<AgentId> changed = ConcurrentHashMap.newKeySet();

    Loads(Presences presences, Set<Connection> staff) {
        this.presences = presences;
        this.staff = staff;
    }

    void note(AgentId agent) {
        changed.add(agent);
    }

    void tell() {
        var agents = Set.copyOf(changed);
        changed.removeAll(agents);
        if (agents.isEmpty() || staff.isEmpty()) {
            return;
        }
        for (var state : presences.list()) {
            if (agents.contains(state.agent())) {
                var frame = Frames.presence(state);
                staff.forEach(connection -> connection.outbox().offer(frame));
            }
        }
        staff.forEach(connection -> connection.outbox().pump());
    }
}
