package org.hotdesk.staff;

import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.PresenceState;
import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The presence of agents, and when they were last heard of. */
interface PresenceRows {

    /** The presence of one agent. */
    record Row(
            long agentId,
            Presence presence,
            Optional<String> reason,
            Instant since,
            int openLoad,
            int capacity) {

        PresenceState state() {
            return new PresenceState(
                    new AgentId(agentId), presence, reason, since, openLoad, capacity);
        }
    }

    @Query({
        "SELECT p.agent_id, p.presence, p.reason, p.since, p.open_load, p.capacity",
        "FROM staff_presence p JOIN staff_agent a ON a.id = p.agent_id",
        "WHERE a.active = TRUE ORDER BY p.agent_id"
    })
    List<Row> ofActive();

    @Query({
        "SELECT agent_id, presence, reason, since, open_load, capacity",
        "FROM staff_presence WHERE agent_id = #{id}"
    })
    Optional<Row> find(AgentId id);

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    @Query({
        "SELECT agent_id, presence, reason, since, open_load, capacity",
        "FROM staff_presence WHERE agent_id = #{id} FOR UPDATE"
    })
    Optional<Row> lock(AgentId id);

    @Query("SELECT active FROM staff_agent WHERE id = #{id}")
    boolean active(AgentId id);

    @Update({
        "UPDATE staff_presence SET presence = #{presence}, reason = #{reason}, since = #{since}",
        "WHERE agent_id = #{id}"
    })
    void set(long id, Presence presence, Optional<String> reason, Instant since);

    @Update({
        "<script>UPDATE staff_heartbeat SET heard_at = #{at} WHERE agent_id IN",
        "<foreach item='id' collection='ids' open='(' separator=',' close=')'>#{id}</foreach>",
        "</script>"
    })
    void heard(Collection<Long> ids, Instant at);

    @Query({
        "SELECT p.agent_id FROM staff_presence p JOIN staff_heartbeat h ON h.agent_id = p.agent_id",
        "WHERE p.presence <> 'OFFLINE' AND h.heard_at < #{before} ORDER BY p.agent_id"
    })
    List<Long> silentSince(Instant before);

    @Query("SELECT heard_at FROM staff_heartbeat WHERE agent_id = #{id}")
    Instant heardAt(long id);
}
