package org.hotdesk.staff;

import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.time.Instant;
import java.util.Optional;

/** The table of sessions. */
interface SessionRows {

    /** A session of somebody who is active. */
    record Row(long agentId, Instant createdAt, Instant expiresAt) {}

    @Query({
        "SELECT s.agent_id, s.created_at, s.expires_at",
        "FROM staff_session s JOIN staff_agent a ON a.id = s.agent_id",
        "WHERE s.token_hash = #{hash} AND a.active = TRUE"
    })
    Optional<Row> find(String hash);

    @Update({
        "INSERT INTO staff_session (token_hash, agent_id, created_at, expires_at)",
        "VALUES (#{hash}, #{agent}, #{createdAt}, #{expiresAt})"
    })
    void insert(String hash, AgentId agent, Instant createdAt, Instant expiresAt);

    @Update("UPDATE staff_session SET expires_at = #{expiresAt} WHERE token_hash = #{hash}")
    void extend(String hash, Instant expiresAt);

    @Update("DELETE FROM staff_session WHERE token_hash = #{hash}")
    void delete(String hash);

    @Update("DELETE FROM staff_session WHERE agent_id = #{agent}")
    void deleteOf(AgentId agent);

    @Update("DELETE FROM staff_session WHERE expires_at < #{now}")
    void deleteExpired(Instant now);
}
