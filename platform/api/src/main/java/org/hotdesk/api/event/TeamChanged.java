package org.hotdesk.api.event;

import org.hotdesk.api.staff.Team;

/** A team was added or renamed. */
public record TeamChanged(Team team) implements Event {
    @Override
    public String subject() {
        return "team/" + team.id();
    }
}
