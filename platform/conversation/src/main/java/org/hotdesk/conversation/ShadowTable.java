package org.hotdesk.conversation;

import org.hotdesk.api.routing.Shadow;
import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Candidate plans, their figures, and where they differed. */
interface ShadowTable {

    /** A candidate as the table has it. */
    record ShadowRow(
            String entryPoint,
            long revision,
            String strategies,
            String startedBy,
            Instant startedAt,
            boolean ended,
            long decided,
            long agreed,
            long dropped) {
        List<String> names() {
            return strategies.isEmpty() ? List.of() : List.of(strategies.split(","));
        }

        Shadow toShadow() {
            return new Shadow(
                    entryPoint, revision, names(), startedBy, startedAt, decided, agreed, dropped);
        }
    }

    /** A difference that is to be written. */
    record NewDifference(String entryPoint, long revision, String live, String trial) {}

    /** A difference as the table has it. */
    record DifferenceRow(long id, String live, String trial) {}

    @Query({
        "SELECT * FROM conversation_shadow WHERE entry_point = #{key}",
        "ORDER BY revision DESC LIMIT 1"
    })
    Optional<ShadowRow> newest(String key);

    @Query("SELECT * FROM conversation_shadow WHERE ended = FALSE ORDER BY entry_point")
    List<ShadowRow> running();

    @Update({
        "INSERT INTO conversation_shadow (entry_point, revision, strategies, started_by,",
        "started_at, ended, decided, agreed, dropped) VALUES (#{row.entryPoint}, #{row.revision},",
        "#{row.strategies}, #{row.startedBy}, #{row.startedAt}, FALSE, 0, 0, 0)"
    })
    void insert(ShadowRow row);

    @Update({
        "UPDATE conversation_shadow SET ended = TRUE WHERE entry_point = #{key}",
        "AND revision = #{revision} AND ended = FALSE"
    })
    boolean end(String key, long revision);

    @Update({
        "UPDATE conversation_shadow SET decided = decided + #{decided}, agreed = agreed + #{agreed},",
        "dropped = dropped + #{dropped} WHERE entry_point = #{key} AND revision = #{revision}"
    })
    void count(String key, long revision, long decided, long agreed, long dropped);

    @Update({
        "<script>INSERT INTO conversation_shadow_difference (entry_point, revision, live, trial)",
        "VALUES <foreach collection='rows' item='row' separator=','>(#{row.entryPoint},",
        "#{row.revision}, #{row.live}, #{row.trial})</foreach></script>"
    })
    void keep(List<NewDifference> rows);

    @Query({
        "SELECT id, live, trial FROM conversation_shadow_difference WHERE entry_point = #{key}",
        "AND revision = #{revision} AND id < #{before} ORDER BY id DESC LIMIT #{limit}"
    })
    List<DifferenceRow> differences(String key, long revision, long before, int limit);

    @Query({
        "SELECT id FROM conversation_shadow_difference WHERE entry_point = #{key}",
        "AND revision = #{revision} ORDER BY id DESC LIMIT 1 OFFSET #{kept}"
    })
    Optional<Long> oldestBeyond(String key, long revision, int kept);

    @Update({
        "DELETE FROM conversation_shadow_difference WHERE entry_point = #{key}",
        "AND revision = #{revision} AND id <= #{upTo}"
    })
    void forget(String key, long revision, long upTo);
}
