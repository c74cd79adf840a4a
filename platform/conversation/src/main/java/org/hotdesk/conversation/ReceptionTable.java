package org.hotdesk.conversation;

import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How conversations were received, as JSON, and who served a person before. */
interface ReceptionTable {

    /** A reception as the table has it. */
    record ReceptionRow(long conversation, String arrival, String reception) {}

    /** Who had a conversation of somebody. */
    record ServedRow(long agent, String agentName, Instant assignedAt) {}

    @Update({
        "<script>INSERT INTO conversation_reception (conversation, arrival, reception) VALUES",
        "<foreach collection='rows' item='row' separator=','>(#{row.conversation},",
        "#{row.arrival}, #{row.reception})</foreach></script>"
    })
    void insert(List<ReceptionRow> rows);

    @Query({
        "<script>SELECT conversation, arrival, reception FROM conversation_reception",
        "WHERE conversation IN <foreach collection='conversations' item='c' open='(' close=')'",
        "separator=','>#{c}</foreach></script>"
    })
    List<ReceptionRow> of(Collection<Long> conversations);

    @Query({
        "SELECT agent, agent_name, assigned_at FROM conversation WHERE customer = #{customer}",
        "AND agent IS NOT NULL ORDER BY id DESC LIMIT 1"
    })
    Optional<ServedRow> servedCustomer(String customer);

    @Query({
        "SELECT agent, agent_name, assigned_at FROM conversation WHERE visitor = #{visitor}",
        "AND agent IS NOT NULL ORDER BY id DESC LIMIT 1"
    })
    Optional<ServedRow> servedVisitor(long visitor);
}
