package org.hotdesk.api.staff;

import java.util.List;
import java.util.Set;

/**
 * A member of staff, whatever the role.
 *
 * @param login the name to sign in with; unique, lower-case
 * @param name the name that customers and colleagues see
 * @param capacity conversations at once by automatic assignment, 0 to 100
 * @param active whether sign-in is allowed
 * @param version grows with every change
 */
public record Agent(
        AgentId id,
        String login,
        String name,
        Role role,
        Set<TeamId> teams,
        List<SkillLevel> skills,
        int capacity,
        boolean active,
        long version) {
    public Agent {
        teams = Set.copyOf(teams);
        skills = List.copyOf(skills);
    }
}
