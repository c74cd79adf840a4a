package org.hotdesk.api.staff;

import java.time.Instant;
import java.util.Optional;

/**
 * The presence of one agent.
 *
 * @param reason in the agent's words, such as "lunch"; {@code connection-lost} when Hotdesk set it
 * @param since when this presence began
 * @param load weight of the open conversations
 * @param capacity how much load automatic assignment may give
 */
public record PresenceState(
        AgentId agent,
        Presence presence,
        Optional<String> reason,
        Instant since,
        int load,
        int capacity) {}
