package org.hotdesk.api.event;

import org.hotdesk.api.staff.PresenceState;
import org.hotdesk.api.staff.TeamId;

import java.util.Set;

/** An agent's presence is another than before. */
public record PresenceChanged(PresenceState state, Set<TeamId> teams) implements Event {
    public PresenceChanged {
        teams = Set.copyOf(teams);
    }

    @Override
    public String subject() {
        return "agent/" + state.agent();
    }
}
