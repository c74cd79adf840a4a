package org.hotdesk.conversation;

import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The replays, and what they read of the past. */
interface ReplayTable {

    /** A replay as the table has it. */
    record ReplayRow(
            long id,
            String question,
            String state,
            int percent,
            String startedBy,
            Instant startedAt,
            Instant beatAt,
            Optional<String> report,
            Optional<String> failure) {}

    /** A conversation of the past, as far as routing goes. */
    record PastRow(
            long id,
            long visitor,
            long team,
            String language,
            int weight,
            int priority,
            Instant openedAt,
            Optional<Long> agent,
            Optional<String> agentName,
            Optional<Instant> assignedAt,
            Optional<Instant> closedAt,
            Optional<String> arrival,
            Optional<String> reception) {}

    /** When a conversation began. */
    record Begun(long id, Instant openedAt) {}

    @Update(
            value = {
                "INSERT INTO conversation_replay (question, state, percent, started_by, started_at,",
                "beat_at) VALUES (#{question}, 'RUNNING', 0, #{by}, #{at}, #{at})"
            },
            generatesKey = true)
    long insert(String question, String by, Instant at);

    @Query({
        "SELECT id, question, state, percent, started_by, started_at, beat_at, NULL AS report,",
        "failure FROM conversation_replay ORDER BY id DESC LIMIT #{limit}"
    })
    List<ReplayRow> newest(int limit);

    @Query("SELECT * FROM conversation_replay WHERE id = #{id}")
    Optional<ReplayRow> find(long id);

    @Update({
        "UPDATE conversation_replay SET percent = #{percent}, beat_at = #{at}",
        "WHERE id = #{id} AND state = 'RUNNING'"
    })
    boolean getOn(long id, int percent, Instant at);

    @Update({
        "UPDATE conversation_replay SET state = 'DONE', percent = 100, report = #{report}",
        "WHERE id = #{id} AND state = 'RUNNING'"
    })
    boolean finish(long id, String report);

    @Update({
        "UPDATE conversation_replay SET state = #{state}, failure = #{failure}",
        "WHERE id = #{id} AND state = 'RUNNING'"
    })
    boolean stop(long id, String state, Optional<String> failure);

    @Update("DELETE FROM conversation_replay WHERE id <= #{id}")
    void forget(long id);

    @Query("SELECT COALESCE(MAX(id), 0) FROM conversation")
    long lastConversation();

    @Query("SELECT id, opened_at FROM conversation WHERE id >= #{id} ORDER BY id LIMIT 1")
    Optional<Begun> from(long id);

    @Query({
        "SELECT c.id, c.visitor, c.team, c.language, c.weight, c.priority, c.opened_at, c.agent,",
        "c.agent_name, c.assigned_at, c.closed_at, r.arrival, r.reception FROM conversation c",
        "LEFT JOIN conversation_reception r ON r.conversation = c.id",
        "WHERE c.id > #{after} ORDER BY c.id LIMIT #{limit}"
    })
    List<PastRow> page(long after, int limit);

    @Query({
        "SELECT assigned_at AS from_at, closed_at AS to_at FROM conversation",
        "WHERE id > #{after} AND assigned_at IS NOT NULL AND closed_at IS NOT NULL",
        "ORDER BY id LIMIT #{limit}"
    })
    List<Served> served(long after, int limit);

    /** When somebody was served from and to. */
    record Served(Instant fromAt, Instant toAt) {}
}
