package org.hotdesk.api.staff;

import java.util.List;
import java.util.Set;

/** What an administrator decides about a member of staff; the bounds are those of {@link Agent}. */
public record AgentDetails(
        String login,
        String name,
        Role role,
        Set<TeamId> teams,
        List<SkillLevel> skills,
        int capacity,
        boolean active) {
    public AgentDetails {
        teams = Set.copyOf(teams);
        skills = List.copyOf(skills);
    }
}
