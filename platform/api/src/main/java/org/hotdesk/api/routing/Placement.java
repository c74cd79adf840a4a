package org.hotdesk.api.routing;

import org.hotdesk.api.Words;
import org.hotdesk.api.staff.SkillLevel;
import org.hotdesk.api.staff.TeamId;

import java.util.List;
import java.util.Optional;

/**
 * Where a new conversation belongs. What is empty is left to the strategies after, and at last to
 * the entry point.
 *
 * @param priority from 0 (everybody) to 9; a step of it is worth a fixed time of waiting
 * @param skills what the agent should know, each with the least level
 */
public record Placement(
        Optional<TeamId> team, Optional<Integer> priority, List<SkillLevel> skills, Words reason) {
    /** The highest priority. */
    public static final int HIGHEST = 9;

    public Placement {
        skills = List.copyOf(skills);
        if (priority.filter(step -> step < 0 || step > HIGHEST).isPresent()) {
            throw new IllegalArgumentException("A priority is between 0 and " + HIGHEST + ".");
        }
    }
}
