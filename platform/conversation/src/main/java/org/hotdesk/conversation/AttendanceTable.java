package org.hotdesk.conversation;

import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who was at work when. */
interface AttendanceTable {

    /** One change, its state as JSON. */
    record AttendanceRow(long id, long agent, Instant since, String state) {}

    @Update({
        "INSERT INTO conversation_attendance (agent, since, state)",
        "VALUES (#{agent}, #{since}, #{state})"
    })
    void insert(long agent, Instant since, String state);

    @Query({
        "SELECT a.id, a.agent, a.since, a.state FROM conversation_attendance a JOIN (SELECT agent,",
        "MAX(id) AS newest FROM conversation_attendance WHERE since <= #{at} GROUP BY agent) n",
        "ON n.newest = a.id ORDER BY a.agent"
    })
    List<AttendanceRow> at(Instant at);

    @Query({
        "SELECT id, agent, since, state FROM conversation_attendance WHERE (since > #{after}",
        "OR (since = #{after} AND id > #{id})) AND since < #{to} ORDER BY since, id",
        "LIMIT #{limit}"
    })
    List<AttendanceRow> page(Instant after, long id, Instant to, int limit);

    @Query("SELECT MIN(since) FROM conversation_attendance")
    Optional<Instant> first();
}
