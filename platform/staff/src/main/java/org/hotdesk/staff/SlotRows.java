package org.hotdesk.staff;

import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The load of agents. */
interface SlotRows {

    /** A member of a team who may answer. */
    record Row(
            long agentId,
            String name,
            long version,
            Presence presence,
            int openLoad,
            int capacity,
            long handledDay,
            int handled,
            Optional<Instant> lastAssigned) {}

    /** How much was handled by whom, at the moment of an assignment. */
    record Now(long day, Instant at) {}

    @Query({
        "SELECT p.agent_id, a.name, a.version, p.presence, p.open_load, p.capacity,",
        "p.handled_day, p.handled, p.last_assigned",
        "FROM staff_membership m",
        "JOIN staff_agent a ON a.id = m.agent_id",
        "JOIN staff_presence p ON p.agent_id = m.agent_id",
        "WHERE m.team_id = #{team} AND a.active = TRUE AND a.role IN ('AGENT', 'SUPERVISOR')",
        "AND p.presence IN ('ONLINE', 'BUSY', 'AWAY') ORDER BY p.agent_id"
    })
    List<Row> ofTeam(TeamId team);

    @Query({
        "SELECT s.agent_id, s.skill, s.level FROM staff_skill s",
        "JOIN staff_membership m ON m.agent_id = s.agent_id",
        "WHERE m.team_id = #{team} ORDER BY s.agent_id, s.position"
    })
    List<AgentRows.Skill> skillsOfTeam(TeamId team);

    // handled comes before handled_day: MariaDB evaluates assignments from left to right.
    @Update({
        "UPDATE staff_presence SET open_load = open_load + #{weight},",
        "handled = CASE WHEN handled_day = #{now.day} THEN handled + 1 ELSE 1 END,",
        "handled_day = #{now.day}, last_assigned = #{now.at}",
        "WHERE agent_id = #{agent} AND presence = 'ONLINE' AND open_load + #{weight} <= capacity"
    })
    boolean take(AgentId agent, int weight, Now now);

    @Update({
        "UPDATE staff_presence SET open_load = open_load + #{weight},",
        "handled = CASE WHEN handled_day = #{now.day} THEN handled + 1 ELSE 1 END,",
        "handled_day = #{now.day}, last_assigned = #{now.at}",
        "WHERE agent_id = #{agent}"
    })
    boolean force(AgentId agent, int weight, Now now);

    @Update({
        "UPDATE staff_presence SET open_load = GREATEST(open_load - #{weight}, 0)",
        "WHERE agent_id = #{agent}"
    })
    void release(AgentId agent, int weight);
}
