package org.hotdesk.conversation;

import org.hotdesk.api.conversation.QuickReply;
import org.hotdesk.api.conversation.QuickReplyId;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.util.List;
import java.util.Optional;

/** The quick replies. */
interface ReplyTable {

    /** A quick reply as the table has it. */
    record ReplyRow(
            long id,
            Optional<Long> owner,
            Optional<Long> team,
            String shortcut,
            String title,
            String text,
            long version) {
        QuickReply toReply() {
            return new QuickReply(
                    new QuickReplyId(id),
                    owner.map(AgentId::new),
                    team.map(TeamId::new),
                    shortcut,
                    title,
                    text,
                    version);
        }
    }

    @Query({
        "SELECT * FROM conversation_reply WHERE owner IS NULL OR owner = #{agent}",
        "ORDER BY shortcut, id"
    })
    List<ReplyRow> of(long agent);

    @Query("SELECT * FROM conversation_reply WHERE id = #{id}")
    Optional<ReplyRow> find(long id);

    @Query("SELECT COUNT(*) FROM conversation_reply WHERE owner = #{agent}")
    int countOf(long agent);

    @Query("SELECT COUNT(*) FROM conversation_reply WHERE owner IS NULL")
    int countShared();

    @Update(
            value = {
                "INSERT INTO conversation_reply (owner, team, shortcut, title, text, version)",
                "VALUES (#{r.owner}, #{r.team}, #{r.shortcut}, #{r.title}, #{r.text}, 1)"
            },
            generatesKey = true)
    long insert(ReplyRow r);

    @Update({
        "UPDATE conversation_reply SET team = #{r.team}, shortcut = #{r.shortcut},",
        "title = #{r.title}, text = #{r.text}, version = version + 1",
        "WHERE id = #{r.id} AND version = #{r.version}"
    })
    boolean change(ReplyRow r);

    @Update("DELETE FROM conversation_reply WHERE id = #{id}")
    void remove(long id);
}
