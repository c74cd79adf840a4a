package org.hotdesk.api.event;

import org.hotdesk.api.staff.Agent;

/** A member of staff was added or changed. */
public record AgentChanged(Agent agent) implements Event {
    @Override
    public String subject() {
        return "agent/" + agent.id();
    }
}
