package org.hotdesk.conversation;

import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The conversations, one at a time or locked together. */
interface ConversationTable {

    /** What a new conversation is made of. */
    record NewRow(
            long visitor,
            String visitorName,
            Optional<String> customer,
            long team,
            String opening,
            String language,
            String lastText,
            int priority,
            Instant turnAt,
            Instant at) {}

    /** Which conversation of a visitor is open. */
    record OpenOf(long id, long openOf) {}

    /** What a batch of new lines changes in one conversation. */
    record Tail(long id, long seq, String side, String text, Instant at, int unread) {}

    /** The end of a conversation after a line was taken back; {@code seq} is that of the recall. */
    record Recalled(
            long id,
            long seq,
            Optional<String> side,
            Optional<String> text,
            Optional<Instant> at,
            int unread) {}

    /** A conversation as it goes on; {@code seq} and {@code text} are those of its newest line. */
    record Reopened(
            long id,
            ConversationState state,
            long visitor,
            Optional<Long> agent,
            Optional<String> agentName,
            Optional<Instant> assignedAt,
            Instant turnAt,
            long seq,
            String text,
            Instant at) {}

    /** An assignment as it is written: {@code seq} is that of its system line. */
    record Assigned(long id, long agent, String agentName, long seq) {}

    @Update(
            value = {
                "INSERT INTO conversation (visitor, visitor_name, customer, team, state, open_of,",
                "opening, language, weight, priority, turn_at, opened_at, queued_at, last_seq,",
                "last_side, last_text, last_at, visitor_read, agent_read, unread, version) VALUES (#{row.visitor},",
                "#{row.visitorName}, #{row.customer}, #{row.team}, 'QUEUED', #{row.visitor},",
                "#{row.opening}, #{row.language}, 1, #{row.priority}, #{row.turnAt}, #{row.at},",
                "#{row.at}, 1, 'VISITOR',",
                "#{row.lastText}, #{row.at}, 1, 0, 1, 1)"
            },
            generatesKey = true)
    long insert(NewRow row);

    @Update({
        "<script>INSERT INTO conversation (visitor, visitor_name, customer, team, state, open_of,",
        "opening, language, weight, priority, turn_at, opened_at, queued_at, last_seq, last_side,",
        "last_text,",
        "last_at, visitor_read, agent_read, unread, version) VALUES",
        "<foreach collection='rows' item='row' separator=','>(#{row.visitor},",
        "#{row.visitorName}, #{row.customer}, #{row.team}, 'QUEUED', #{row.visitor},",
        "#{row.opening}, #{row.language}, 1, #{row.priority}, #{row.turnAt}, #{row.at}, #{row.at},",
        "1, 'VISITOR',",
        "#{row.lastText}, #{row.at}, 1, 0, 1, 1)</foreach></script>"
    })
    void insertAll(List<NewRow> rows);

    @Query({
        "<script>SELECT id, open_of FROM conversation WHERE open_of IN",
        "<foreach collection='visitors' item='v' open='(' close=')' separator=','>#{v}</foreach>",
        "</script>"
    })
    List<OpenOf> openOfAll(Collection<Long> visitors);

    @Query("SELECT " + ConversationRow.COLUMNS + " FROM conversation WHERE id = #{id}")
    Optional<ConversationRow> find(long id);

    @Query("SELECT " + ConversationRow.COLUMNS + " FROM conversation WHERE id = #{id} FOR UPDATE")
    Optional<ConversationRow> lock(long id);

    @Query({
        "<script>SELECT " + ConversationRow.COLUMNS + " FROM conversation WHERE id IN",
        "<foreach collection='ids' item='id' open='(' close=')' separator=','>#{id}</foreach>",
        "ORDER BY id FOR UPDATE</script>"
    })
    List<ConversationRow> lockAll(Collection<Long> ids);

    @Query("SELECT " + ConversationRow.COLUMNS + " FROM conversation WHERE open_of = #{visitor}")
    Optional<ConversationRow> openOf(long visitor);

    @Query({
        "SELECT " + ConversationRow.COLUMNS + " FROM conversation WHERE visitor = #{visitor}",
        "ORDER BY id DESC LIMIT 1"
    })
    Optional<ConversationRow> newestOf(long visitor);

    @Update({
        "<script>UPDATE conversation SET",
        "last_seq = CASE id <foreach collection='tails' item='t'>",
        "WHEN #{t.id} THEN #{t.seq} </foreach> ELSE last_seq END,",
        "last_side = CASE id <foreach collection='tails' item='t'>",
        "WHEN #{t.id} THEN #{t.side} </foreach> ELSE last_side END,",
        "last_text = CASE id <foreach collection='tails' item='t'>",
        "WHEN #{t.id} THEN #{t.text} </foreach> ELSE last_text END,",
        "last_at = CASE id <foreach collection='tails' item='t'>",
        "WHEN #{t.id} THEN #{t.at} </foreach> ELSE last_at END,",
        "unread = CASE id <foreach collection='tails' item='t'>",
        "WHEN #{t.id} THEN #{t.unread} </foreach> ELSE unread END",
        "WHERE id IN <foreach collection='tails' item='t' open='(' close=')' separator=','>#{t.id}",
        "</foreach></script>"
    })
    void append(List<Tail> tails);

    @Update({
        "UPDATE conversation SET last_seq = #{t.seq}, last_side = #{t.side},",
        "last_text = #{t.text}, last_at = #{t.at}, unread = #{t.unread} WHERE id = #{t.id}"
    })
    void recalled(Recalled t);

    @Update({
        "UPDATE conversation SET agent_read = #{seq}, unread = (SELECT COUNT(*) FROM",
        "conversation_message m WHERE m.conversation = #{id} AND m.seq > #{seq}",
        "AND m.side = 'VISITOR' AND m.kind NOT IN ('RECALL', 'RECALLED')) WHERE id = #{id} AND agent_read < #{seq}"
    })
    boolean agentRead(long id, long seq);

    @Update({
        "UPDATE conversation SET visitor_read = #{seq} WHERE id = #{id} AND visitor_read < #{seq}"
    })
    boolean visitorRead(long id, long seq);

    @Update({
        "<script>UPDATE conversation SET state = 'ACTIVE', assigned_at = #{at}, version = version + 1,",
        "agent = CASE id <foreach collection='assigned' item='a'>",
        "WHEN #{a.id} THEN #{a.agent} </foreach> ELSE agent END,",
        "agent_name = CASE id <foreach collection='assigned' item='a'>",
        "WHEN #{a.id} THEN #{a.agentName} </foreach> ELSE agent_name END,",
        "last_seq = CASE id <foreach collection='assigned' item='a'>",
        "WHEN #{a.id} THEN #{a.seq} </foreach> ELSE last_seq END",
        "WHERE state = 'QUEUED' AND id IN",
        "<foreach collection='assigned' item='a' open='(' close=')' separator=','>#{a.id}</foreach>",
        "</script>"
    })
    int assign(List<Assigned> assigned, Instant at);

    @Update({
        "UPDATE conversation SET state = 'QUEUED', agent = NULL, agent_name = NULL,",
        "assigned_at = NULL, last_seq = #{seq}, version = version + 1 WHERE id = #{id}"
    })
    void requeue(long id, long seq);

    @Update({
        "UPDATE conversation SET state = #{state}, open_of = NULL, closed_at = #{at},",
        "category = #{category}, last_seq = #{seq}, version = version + 1 WHERE id = #{id}"
    })
    void end(long id, ConversationState state, Optional<String> category, long seq, Instant at);

    @Update({
        "UPDATE conversation SET state = #{r.state}, open_of = #{r.visitor}, closed_at = NULL,",
        "category = NULL, agent = #{r.agent}, agent_name = #{r.agentName},",
        "assigned_at = #{r.assignedAt}, queued_at = #{r.at}, turn_at = #{r.turnAt},",
        "last_seq = #{r.seq}, last_side = 'VISITOR', last_text = #{r.text}, last_at = #{r.at},",
        "visitor_read = #{r.seq}, unread = unread + 1, version = version + 1",
        "WHERE id = #{r.id} AND open_of IS NULL AND state IN ('CLOSED', 'WRAP_UP')"
    })
    boolean reopen(Reopened r);

    @Update("UPDATE conversation SET last_seq = #{seq} WHERE id = #{id}")
    void lineAdded(long id, long seq);

    @Update({
        "UPDATE conversation SET stars = #{stars}, comment = #{comment}, version = version + 1",
        "WHERE id = #{id} AND stars IS NULL"
    })
    boolean rate(long id, int stars, String comment);

    @Update({
        "UPDATE conversation SET customer = #{customer} WHERE id = #{id} AND customer IS NULL"
    })
    boolean identify(long id, String customer);
}
