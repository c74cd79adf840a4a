package org.hotdesk.conversation;

import org.hotdesk.api.Words;
import org.hotdesk.api.routing.EntryPoint;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every revision of every entry point. */
interface EntryPointTable {

    /** A revision as the table has it; strategies are separated by commas. */
    record EntryPointRow(
            String entryPoint,
            long revision,
            String nameZh,
            String nameEn,
            long team,
            String strategies,
            String changedBy,
            Instant changedAt,
            boolean removed) {

        static EntryPointRow of(EntryPoint point, boolean removed) {
            EntryPoint.Details details = point.details();
            return new EntryPointRow(
                    point.key(),
                    point.revision(),
                    details.name().zhCn(),
                    details.name().en(),
                    details.team().value(),
                    String.join(",", details.strategies()),
                    point.changedBy(),
                    point.changedAt(),
                    removed);
        }

        EntryPoint toEntryPoint(Words teamName) {
            List<String> names = strategies.isEmpty() ? List.of() : List.of(strategies.split(","));
            Words name = nameEn.isEmpty() ? teamName : new Words(nameZh, nameEn);
            return new EntryPoint(
                    entryPoint,
                    new EntryPoint.Details(name, new TeamId(team), names),
                    revision,
                    changedBy,
                    changedAt);
        }
    }

    @Query({
        "SELECT * FROM conversation_entry_point WHERE entry_point = #{key}",
        "ORDER BY revision DESC LIMIT 1"
    })
    Optional<EntryPointRow> newest(String key);

    @Query({
        "SELECT * FROM conversation_entry_point WHERE entry_point = #{key}",
        "AND revision = #{revision}"
    })
    Optional<EntryPointRow> revision(String key, long revision);

    @Query({
        "SELECT * FROM conversation_entry_point WHERE entry_point = #{key}",
        "ORDER BY revision DESC LIMIT #{limit}"
    })
    List<EntryPointRow> history(String key, int limit);

    @Query({
        "SELECT p.* FROM conversation_entry_point p JOIN (SELECT entry_point, MAX(revision) AS newest",
        "FROM conversation_entry_point GROUP BY entry_point) n",
        "ON n.entry_point = p.entry_point AND n.newest = p.revision ORDER BY p.entry_point"
    })
    List<EntryPointRow> all();

    @Update({
        "INSERT INTO conversation_entry_point (entry_point, revision, name_zh, name_en, team,",
        "strategies, changed_by, changed_at, removed) VALUES (#{row.entryPoint}, #{row.revision},",
        "#{row.nameZh}, #{row.nameEn}, #{row.team}, #{row.strategies}, #{row.changedBy},",
        "#{row.changedAt}, #{row.removed})"
    })
    void insert(EntryPointRow row);
}
