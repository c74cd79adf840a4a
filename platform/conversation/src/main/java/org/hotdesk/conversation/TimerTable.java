package org.hotdesk.conversation;

import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What falls due for conversations, and when. */
interface TimerTable {

    /** What a timer is for. */
    enum Kind {
        /** The visitor owes an answer. */
        IDLE,
        /** The agent owes an answer. */
        MARK,
        /** A survey waits for its answer. */
        SURVEY,
        /** A wrap-up waits for its agent. */
        WRAP_UP
    }

    /**
     * A timer.
     *
     * @param seq the line of the warning, or the line that is marked; 0 before
     * @param since when that was
     */
    record TimerRow(
            long conversation, Kind kind, Instant dueAt, long seq, Optional<Instant> since) {
        static TimerRow at(long conversation, Kind kind, Instant dueAt) {
            return new TimerRow(conversation, kind, dueAt, 0, Optional.empty());
        }

        TimerRow again(Instant due) {
            return new TimerRow(conversation, kind, due, seq, since);
        }
    }

    /** An open conversation of a team. */
    record ActiveRow(long id, long team) {}

    @Update({
        "<script>INSERT INTO conversation_timer (conversation, kind, due_at, seq, since) VALUES",
        "<foreach collection='timers' item='t' separator=','>(#{t.conversation}, #{t.kind},",
        "#{t.dueAt}, #{t.seq}, #{t.since})</foreach> ON DUPLICATE KEY UPDATE",
        "due_at = VALUES(due_at), seq = VALUES(seq), since = VALUES(since)</script>"
    })
    void set(List<TimerRow> timers);

    /** Moves those that are there and adds the others; warnings and marks stay. */
    @Update({
        "<script>INSERT INTO conversation_timer (conversation, kind, due_at, seq, since) VALUES",
        "<foreach collection='timers' item='t' separator=','>(#{t.conversation}, #{t.kind},",
        "#{t.dueAt}, 0, NULL)</foreach> ON DUPLICATE KEY UPDATE due_at = VALUES(due_at)</script>"
    })
    void move(List<TimerRow> timers);

    @Query({
        "SELECT * FROM conversation_timer WHERE due_at <= #{now}",
        "ORDER BY due_at, conversation, kind LIMIT #{limit}"
    })
    List<TimerRow> due(Instant now, int limit);

    @Query("SELECT due_at FROM conversation_timer ORDER BY due_at LIMIT 1")
    Optional<Instant> next();

    @Query("SELECT * FROM conversation_timer WHERE conversation = #{id} AND kind = #{kind}")
    Optional<TimerRow> find(long id, Kind kind);

    @Update("DELETE FROM conversation_timer WHERE conversation = #{id} AND kind = #{kind}")
    void remove(long id, Kind kind);

    @Query("SELECT id, team FROM conversation WHERE team = #{team} AND state = 'ACTIVE'")
    List<ActiveRow> activeOf(long team);

    @Query({
        "SELECT c.id, c.team FROM conversation c LEFT JOIN conversation_timer t",
        "ON t.conversation = c.id AND t.kind = #{kind}",
        "WHERE c.state = 'ACTIVE' AND t.conversation IS NULL"
    })
    List<ActiveRow> activeWithout(Kind kind);
}
