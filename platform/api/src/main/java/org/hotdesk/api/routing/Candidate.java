package org.hotdesk.api.routing;

import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.SkillLevel;
import org.osgi.annotation.versioning.ProviderType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An agent who could take a conversation. Grows; plugins only read it. */
@ProviderType
public interface Candidate {
    /** Who it is. */
    AgentId agent();

    /** The name that colleagues see. */
    String name();

    /** Weight of the open conversations. */
    int load();

    /** How much load automatic assignment may give. */
    int capacity();

    /** Conversations assigned since midnight UTC. */
    int handledToday();

    /** When the latest conversation was assigned; empty when never. */
    Optional<Instant> lastAssigned();

    /** What the agent knows. */
    List<SkillLevel> skills();
}
