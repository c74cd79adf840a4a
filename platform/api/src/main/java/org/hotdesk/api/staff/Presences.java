package org.hotdesk.api.staff;

import org.hotdesk.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Who is at work. A row with a heartbeat: an agent without a heartbeat for the grace period
 * (setting {@code staff.grace-seconds}, 30) becomes OFFLINE with reason {@code connection-lost}.
 */
@ProviderType
public interface Presences {

    /** The presence of everybody who is active. */
    List<PresenceState> list();

    /** One agent's presence; empty when there is no such agent. */
    Optional<PresenceState> find(AgentId agent);

    /**
     * Sets one's own presence, or another's with {@code conversation.manage}.
     *
     * @param reason at most 100 characters
     */
    PresenceState set(Actor actor, AgentId agent, Presence presence, Optional<String> reason);

    /** These agents have a live connection right now; called every few seconds. */
    void heartbeat(Collection<AgentId> agents);
}
