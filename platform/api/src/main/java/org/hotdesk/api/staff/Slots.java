package org.hotdesk.api.staff;

import org.osgi.annotation.versioning.ProviderType;

import java.util.List;

/**
 * The load of agents, decided by the database: never above capacity, however many try at once.
 *
 * <p>For the owners of work (conversations, tickets). Everything joins the caller's transaction.
 * Lock order for everybody: first the work's own rows, then slots by ascending agent.
 */
@ProviderType
public interface Slots {

    /** The active members of a team who may answer and are not OFFLINE, with their load. */
    List<Availability> ofTeam(TeamId team);

    /**
     * Takes room for so much load at an agent who is ONLINE and has it, and marks the agent as just
     * assigned; else changes nothing.
     */
    boolean take(AgentId agent, int weight);

    /** As {@link #take}, whatever the presence and capacity: somebody decided it by hand. */
    void force(AgentId agent, int weight);

    /** Gives room back. */
    void release(AgentId agent, int weight);
}
