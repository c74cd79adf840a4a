package org.hotdesk.conversation;

import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.util.List;
import java.util.Optional;

/** The lines of all conversations. */
interface MessageTable {

    @Update({
        "<script>INSERT INTO conversation_message (conversation, seq, client_id, side, author,",
        "author_name, kind, text, written_at, extra) VALUES",
        "<foreach collection='messages' item='m' separator=','>",
        "(#{m.conversation}, #{m.seq}, #{m.clientId}, #{m.side}, #{m.author}, #{m.authorName},",
        "#{m.kind}, #{m.text}, #{m.writtenAt}, #{m.extra})",
        "</foreach></script>"
    })
    void insert(List<MessageRow> messages);

    @Query(
            "SELECT * FROM conversation_message WHERE conversation = #{id} AND client_id = #{clientId}")
    Optional<MessageRow> sentAs(long id, String clientId);

    @Query("SELECT * FROM conversation_message WHERE conversation = #{id} AND seq = #{seq}")
    Optional<MessageRow> find(long id, long seq);

    @Update({
        "UPDATE conversation_message SET kind = 'RECALLED', text = '', extra = NULL",
        "WHERE conversation = #{id} AND seq = #{seq}"
    })
    void recall(long id, long seq);

    @Query({
        "SELECT * FROM conversation_message WHERE conversation = #{id}",
        "AND kind NOT IN ('SYSTEM', 'RECALL', 'RECALLED') ORDER BY seq DESC LIMIT 1"
    })
    Optional<MessageRow> lastSaid(long id);

    /** The oldest line of the visitor after the last of an agent. */
    @Query({
        "SELECT * FROM conversation_message WHERE conversation = #{id} AND side = 'VISITOR'",
        "AND kind NOT IN ('RECALL', 'RECALLED') AND seq > (SELECT COALESCE(MAX(a.seq), 0)",
        "FROM conversation_message a WHERE a.conversation = #{id} AND a.side = 'AGENT'",
        "AND a.kind NOT IN ('RECALL', 'RECALLED')) ORDER BY seq LIMIT 1"
    })
    Optional<MessageRow> oldestUnanswered(long id);

    @Query({
        "SELECT COUNT(*) FROM conversation_message WHERE conversation = #{id} AND seq > #{seq}",
        "AND side = 'VISITOR' AND kind NOT IN ('RECALL', 'RECALLED')"
    })
    int unread(long id, long seq);

    @Query({
        "SELECT * FROM conversation_message WHERE conversation = #{id} AND seq > #{seq}",
        "ORDER BY seq LIMIT #{limit}"
    })
    List<MessageRow> after(long id, long seq, int limit);

    @Query({
        "SELECT * FROM conversation_message WHERE conversation = #{id} AND seq < #{seq}",
        "ORDER BY seq DESC LIMIT #{limit}"
    })
    List<MessageRow> newestBefore(long id, long seq, int limit);
}
