package org.hotdesk.api.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a member of a team could take a conversation, as last read from the database.
 *
 * @param load weight of the open conversations
 * @param handledToday conversations assigned since midnight UTC
 * @param lastAssigned when the latest conversation was assigned; empty when never
 */
public record Availability(
        AgentId agent,
        String name,
        Presence presence,
        int load,
        int capacity,
        int handledToday,
        Optional<Instant> lastAssigned,
        List<SkillLevel> skills) {
    public Availability {
        skills = List.copyOf(skills);
    }

    /** Whether there is room for so much more load. */
    public boolean hasRoomFor(int weight) {
        return load + weight <= capacity;
    }
}
