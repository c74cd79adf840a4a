package org.hotdesk.staff;

import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Role;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tables of agents, memberships and skills. */
interface AgentRows {

    /** An agent without teams and skills. */
    record Row(
            long id,
            String login,
            String name,
            Role role,
            int capacity,
            boolean active,
            long version) {}

    /** That an agent belongs to a team. */
    record Membership(long agentId, long teamId) {}

    /** One skill of an agent. */
    record Skill(long agentId, String skill, int level) {}

    /** What is needed to check a password. */
    record Secret(long id, boolean active, String password) {}

    /** Waits until nobody else changes agents or teams; held until the transaction ends. */
    @Query("SELECT id FROM staff_lock WHERE id = 1 FOR UPDATE")
    int lock();

    @Query({
        "SELECT a.id, a.login, a.name, a.role, p.capacity, a.active, a.version",
        "FROM staff_agent a JOIN staff_presence p ON p.agent_id = a.id"
    })
    List<Row> all();

    @Query({
        "SELECT a.id, a.login, a.name, a.role, p.capacity, a.active, a.version",
        "FROM staff_agent a JOIN staff_presence p ON p.agent_id = a.id WHERE a.id = #{id}"
    })
    Optional<Row> find(AgentId id);

    @Query("SELECT agent_id, team_id FROM staff_membership")
    List<Membership> memberships();

    @Query("SELECT agent_id, team_id FROM staff_membership WHERE agent_id = #{id}")
    List<Membership> membershipsOf(AgentId id);

    @Query("SELECT agent_id, skill, level FROM staff_skill ORDER BY agent_id, position")
    List<Skill> skills();

    @Query(
            "SELECT agent_id, skill, level FROM staff_skill WHERE agent_id = #{id} ORDER BY position")
    List<Skill> skillsOf(AgentId id);

    @Query("SELECT id, active, password FROM staff_agent WHERE login = #{login}")
    Optional<Secret> secretByLogin(String login);

    @Query("SELECT id, active, password FROM staff_agent WHERE id = #{id}")
    Optional<Secret> secret(AgentId id);

    @Query("SELECT COUNT(*) FROM staff_agent")
    int count();

    @Query("SELECT COUNT(*) FROM staff_agent WHERE active = TRUE AND role = #{role}")
    int countActive(Role role);

    @Update(
            value = {
                "INSERT INTO staff_agent (login, name, role, active, password, version)",
                "VALUES (#{login}, #{name}, #{role}, #{active}, #{password}, 1)"
            },
            generatesKey = true)
    long insert(String login, String name, Role role, boolean active, String password);

    @Update({
        "INSERT INTO staff_presence (agent_id, presence, since, open_load, capacity, handled_day, handled)",
        "VALUES (#{id}, 'OFFLINE', #{since}, 0, #{capacity}, 0, 0)"
    })
    void insertPresence(long id, int capacity, Instant since);

    @Update("INSERT INTO staff_heartbeat (agent_id, heard_at) VALUES (#{id}, #{heardAt})")
    void insertHeartbeat(long id, Instant heardAt);

    @Update({
        "UPDATE staff_agent SET login = #{row.login}, name = #{row.name}, role = #{row.role},",
        "active = #{row.active}, version = version + 1",
        "WHERE id = #{row.id} AND version = #{row.version}"
    })
    boolean update(Row row);

    @Update("UPDATE staff_presence SET capacity = #{capacity} WHERE agent_id = #{id}")
    void updateCapacity(long id, int capacity);

    @Update("UPDATE staff_agent SET password = #{password} WHERE id = #{id}")
    boolean updatePassword(AgentId id, String password);

    @Update("DELETE FROM staff_membership WHERE agent_id = #{id}")
    void leaveTeams(long id);

    @Update("INSERT INTO staff_membership (team_id, agent_id) VALUES (#{team}, #{id})")
    void join(long id, TeamId team);

    @Update("DELETE FROM staff_skill WHERE agent_id = #{id}")
    void forgetSkills(long id);

    @Update({
        "INSERT INTO staff_skill (agent_id, position, skill, level)",
        "VALUES (#{id}, #{position}, #{skill}, #{level})"
    })
    void learn(long id, int position, String skill, int level);
}
