package org.hotdesk.conversation;

import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.time.Instant;
import java.util.Optional;

/** What agents say of conversations after their end. */
interface WrapUpTable {

    /** A wrap-up as the table has it. */
    record WrapUpRow(
            long conversation,
            boolean counts,
            Instant since,
            Optional<Instant> untilAt,
            Optional<String> category,
            String summary,
            Optional<Instant> finishedAt,
            Optional<String> finishedBy) {}

    @Update({
        "INSERT INTO conversation_wrap_up (conversation, counts, since, until_at, category,",
        "summary, finished_at, finished_by) VALUES (#{w.conversation}, #{w.counts}, #{w.since},",
        "#{w.untilAt}, #{w.category}, #{w.summary}, #{w.finishedAt}, #{w.finishedBy})",
        "ON DUPLICATE KEY UPDATE counts = VALUES(counts), since = VALUES(since),",
        "until_at = VALUES(until_at), category = VALUES(category), summary = VALUES(summary),",
        "finished_at = VALUES(finished_at), finished_by = VALUES(finished_by)"
    })
    void put(WrapUpRow w);

    @Query("SELECT * FROM conversation_wrap_up WHERE conversation = #{id}")
    Optional<WrapUpRow> find(long id);

    @Update("DELETE FROM conversation_wrap_up WHERE conversation = #{id}")
    void remove(long id);

    @Update({
        "UPDATE conversation SET state = 'CLOSED', category = #{category}, version = version + 1",
        "WHERE id = #{id} AND state = 'WRAP_UP'"
    })
    boolean close(long id, Optional<String> category);
}
