package org.hotdesk.conversation;

import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Availability;
import org.hotdesk.api.staff.SkillLevel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An agent as a pass over the queue sees them, with what the pass has already given them. */
record Seat(
        AgentId agent,
        String name,
        int load,
        int capacity,
        int handledToday,
        Optional<Instant> lastAssigned,
        List<SkillLevel> skills)
        implements Candidate {

    static Seat of(Availability availability) {
        return new Seat(
                availability.agent(),
                availability.name(),
                availability.load(),
                availability.capacity(),
                availability.handledToday(),
                availability.lastAssigned(),
                availability.skills());
    }

    Seat taking(int weight, Instant at) {
        return new Seat(
                agent, name, load + weight, capacity, handledToday + 1, Optional.of(at), skills);
    }

    boolean hasRoomFor(int weight) {
        return load + weight <= capacity;
    }
}
