package org.hotdesk.conversation;

import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.time.Instant;
import java.util.Optional;

/** Every revision of every routing plan. */
interface PlanTable {

    /** A revision as the table has it; strategies are separated by commas. */
    record PlanRow(
            long team, long revision, String strategies, String changedBy, Instant changedAt) {}

    @Query({"SELECT * FROM conversation_plan WHERE team = #{team} ORDER BY revision DESC LIMIT 1"})
    Optional<PlanRow> newest(long team);

    @Update({
        "INSERT INTO conversation_plan (team, revision, strategies, changed_by, changed_at)",
        "VALUES (#{row.team}, #{row.revision}, #{row.strategies}, #{row.changedBy},",
        "#{row.changedAt})"
    })
    void insert(PlanRow row);
}
