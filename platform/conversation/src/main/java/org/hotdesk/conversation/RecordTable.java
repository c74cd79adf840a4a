package org.hotdesk.conversation;

import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.util.List;

/** How agents did, by category and day. */
interface RecordTable {

    /** What is added to an agent's day in a category. */
    record Addition(
            String category,
            long dayEnded,
            long agent,
            int handled,
            int returned,
            int rated,
            int satisfied,
            int converted) {}

    /** An agent's sums. */
    record Sum(
            long agent, long handled, long returned, long rated, long satisfied, long converted) {}

    @Update({
        "<script>INSERT INTO conversation_record (category, day_ended, agent, handled, returned,",
        "rated, satisfied, converted) VALUES <foreach collection='additions' item='a'",
        "separator=','>(#{a.category}, #{a.dayEnded}, #{a.agent}, #{a.handled}, #{a.returned},",
        "#{a.rated}, #{a.satisfied}, #{a.converted})</foreach> ON DUPLICATE KEY UPDATE",
        "handled = handled + VALUES(handled), returned = returned + VALUES(returned),",
        "rated = rated + VALUES(rated), satisfied = satisfied + VALUES(satisfied),",
        "converted = converted + VALUES(converted)</script>"
    })
    void add(List<Addition> additions);

    @Query({
        "SELECT agent, SUM(handled) AS handled, SUM(returned) AS returned, SUM(rated) AS rated,",
        "SUM(satisfied) AS satisfied, SUM(converted) AS converted FROM conversation_record",
        "WHERE category = #{category} AND day_ended >= #{from} GROUP BY agent ORDER BY agent"
    })
    List<Sum> since(String category, long from);

    @Update("UPDATE conversation SET converted = TRUE WHERE id = #{id} AND converted = FALSE")
    boolean convert(long id);
}
