package org.hotdesk.staff;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.SkillLevel;
import org.hotdesk.api.staff.TeamId;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads whole agents: the row with its teams and skills. */
final class AgentBook {
    private final AgentRows rows;

    AgentBook(AgentRows rows) {
        this.rows = rows;
    }

    /** Everybody by name, Chinese names by pinyin; three statements, however many they are. */
    List<Agent> all() {
        Map<Long, Set<TeamId>> teams =
                rows.memberships().stream()
                        .collect(
                                groupingBy(
                                        AgentRows.Membership::agentId,
                                        mapping(each -> new TeamId(each.teamId()), toSet())));
        Map<Long, List<SkillLevel>> skills =
                rows.skills().stream()
                        .collect(
                                groupingBy(
                                        AgentRows.Skill::agentId,
                                        mapping(AgentBook::skill, toList())));
        return rows.all().stream()
                .map(
                        row ->
                                agent(
                                        row,
                                        teams.getOrDefault(row.id(), Set.of()),
                                        skills.getOrDefault(row.id(), List.of())))
                .sorted(byName())
                .toList();
    }

    Optional<Agent> find(AgentId id) {
        return rows.find(id).map(row -> agent(row, teamsOf(id), skillsOf(id)));
    }

    Set<TeamId> teamsOf(AgentId id) {
        return rows.membershipsOf(id).stream()
                .map(each -> new TeamId(each.teamId()))
                .collect(toSet());
    }

    private List<SkillLevel> skillsOf(AgentId id) {
        return rows.skillsOf(id).stream().map(AgentBook::skill).toList();
    }

    private static SkillLevel skill(AgentRows.Skill row) {
        return new SkillLevel(row.skill(), row.level());
    }

    private static Agent agent(AgentRows.Row row, Set<TeamId> teams, List<SkillLevel> skills) {
        return new Agent(
                new AgentId(row.id()),
                row.login(),
                row.name(),
                row.role(),
                teams,
                skills,
                row.capacity(),
                row.active(),
                row.version());
    }

    private static Comparator<Agent> byName() {
        Collator collator = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);
        return Comparator.comparing(Agent::name, collator)
                .thenComparing(agent -> agent.id().value());
    }
}
