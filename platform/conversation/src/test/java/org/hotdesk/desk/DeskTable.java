package org.hotdesk.desk;

import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The agents of a test, with the same exclusive statements as the real ones. */
public interface DeskTable {
    record DeskRow(
            long id,
            String name,
            Presence presence,
            int loadNow,
            int capacity,
            int handled,
            Optional<Instant> lastAssigned) {}

    @Update({
        "INSERT INTO desk_agent (id, name, presence, load_now, capacity, handled)",
        "VALUES (#{id}, #{name}, #{presence}, 0, #{capacity}, 0)"
    })
    void add(long id, String name, Presence presence, int capacity);

    @Query("SELECT * FROM desk_agent ORDER BY id")
    List<DeskRow> all();

    @Query("SELECT * FROM desk_agent WHERE id = #{id}")
    Optional<DeskRow> find(long id);

    @Update({
        "UPDATE desk_agent SET load_now = load_now + #{weight}, handled = handled + 1,",
        "last_assigned = #{at} WHERE id = #{id} AND presence = 'ONLINE'",
        "AND load_now + #{weight} <= capacity"
    })
    boolean take(long id, int weight, Instant at);

    @Update("UPDATE desk_agent SET load_now = load_now - #{weight} WHERE id = #{id}")
    void release(long id, int weight);

    @Update("UPDATE desk_agent SET presence = #{presence} WHERE id = #{id}")
    void presence(long id, Presence presence);
}
