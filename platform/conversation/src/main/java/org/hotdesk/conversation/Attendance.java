package org.hotdesk.conversation;

import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.PresenceState;
import org.hotdesk.api.staff.SkillLevel;
import org.hotdesk.api.staff.TeamId;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How somebody was at work from some moment on: what routing asks of an agent. */
record Attendance(
        String name,
        Presence presence,
        int capacity,
        boolean active,
        Set<Long> teams,
        List<SkillLevel> skills) {
    static final Attendance UNKNOWN =
            new Attendance("", Presence.OFFLINE, 0, true, Set.of(), List.of());

    Attendance {
        teams = new TreeSet<>(teams);
        skills = List.copyOf(skills);
    }

    Attendance as(Agent agent) {
        return new Attendance(
                agent.name(),
                presence,
                agent.capacity(),
                agent.active(),
                numbers(agent.teams()),
                agent.skills());
    }

    Attendance as(PresenceState state, Set<TeamId> members) {
        return new Attendance(
                name, state.presence(), state.capacity(), active, numbers(members), skills);
    }

    private static Set<Long> numbers(Set<TeamId> teams) {
        Set<Long> numbers = new TreeSet<>();
        teams.forEach(team -> numbers.add(team.value()));
        return numbers;
    }

    boolean isThere() {
        return active && presence != Presence.OFFLINE;
    }
}
