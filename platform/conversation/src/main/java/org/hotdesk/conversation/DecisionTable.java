package org.hotdesk.conversation;

import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.util.List;

/** The decision traces, as JSON. */
interface DecisionTable {

    /** A trace as the table has it. */
    record DecisionRow(long conversation, String trace) {}

    @Update({
        "<script>INSERT INTO conversation_decision (conversation, trace) VALUES",
        "<foreach collection='decisions' item='d' separator=','>(#{d.conversation}, #{d.trace})",
        "</foreach></script>"
    })
    void insert(List<DecisionRow> decisions);

    @Query({
        "SELECT trace FROM conversation_decision WHERE conversation = #{conversation}",
        "ORDER BY id LIMIT 200"
    })
    List<String> of(long conversation);
}
