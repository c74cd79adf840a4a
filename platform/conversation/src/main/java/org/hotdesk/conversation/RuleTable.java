package org.hotdesk.conversation;

import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.util.Optional;

/** The rules by which teams end conversations. */
interface RuleTable {

    /** Rules as JSON. */
    record RuleRow(long team, long version, String rules) {}

    @Query("SELECT * FROM conversation_rules WHERE team = #{team}")
    Optional<RuleRow> find(long team);

    @Update("INSERT INTO conversation_rules (team, version, rules) VALUES (#{team}, 1, #{rules})")
    void insert(long team, String rules);

    @Update({
        "UPDATE conversation_rules SET version = version + 1, rules = #{rules}",
        "WHERE team = #{team} AND version = #{version}"
    })
    boolean change(long team, long version, String rules);
}
