package org.hotdesk.conversation;

import org.hotdesk.api.storage.Query;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The conversations as lists: queues, and what somebody may see. */
interface QueueTable {

    /** What a list is narrowed to; 0 and empty stand for everything. */
    record Narrowed(Collection<String> states, long agent, Collection<Long> teams, long visitor) {}

    @Query({
        "SELECT " + ConversationRow.COLUMNS + " FROM conversation",
        "WHERE state = 'QUEUED' AND team = #{team} ORDER BY turn_at, id LIMIT #{limit}"
    })
    List<ConversationRow> waiting(long team, int limit);

    @Query("SELECT DISTINCT team FROM conversation WHERE state = 'QUEUED'")
    List<Long> teamsWithQueue();

    @Query({
        "SELECT COUNT(*) FROM conversation WHERE state = 'QUEUED' AND team = #{team}",
        "AND (turn_at < #{at} OR (turn_at = #{at} AND id < #{id}))"
    })
    int before(long team, Instant at, long id);

    @Query("SELECT id FROM conversation WHERE agent = #{agent} AND state = 'ACTIVE' ORDER BY id")
    List<Long> activeOf(long agent);

    @Query("SELECT DISTINCT agent FROM conversation WHERE state = 'ACTIVE' AND agent IS NOT NULL")
    List<Long> agentsWithConversations();

    @Query({
        "SELECT COUNT(*) FROM conversation WHERE agent = #{agent} AND state = 'ACTIVE'",
        "AND visitor = #{visitor}"
    })
    int serving(long agent, long visitor);

    String NARROWED =
            "<if test='!to.states.isEmpty()'> AND state IN <foreach collection='to.states' item='s'"
                    + " open='(' close=')' separator=','>#{s}</foreach></if>"
                    + "<if test='to.agent != 0'> AND agent = #{to.agent}</if>"
                    + "<if test='!to.teams.isEmpty()'> AND team IN <foreach collection='to.teams'"
                    + " item='t' open='(' close=')' separator=','>#{t}</foreach></if>"
                    + "<if test='to.visitor != 0'> AND visitor = #{to.visitor}</if>";

    @Query({
        "<script>SELECT " + ConversationRow.COLUMNS + " FROM conversation WHERE id &lt; #{before}",
        NARROWED,
        "ORDER BY id DESC LIMIT #{limit}</script>"
    })
    List<ConversationRow> newest(Narrowed to, long before, int limit);

    @Query({
        "<script>SELECT "
                + ConversationRow.COLUMNS
                + " FROM conversation WHERE (turn_at &gt; #{at}",
        "OR (turn_at = #{at} AND id &gt; #{after}))",
        NARROWED,
        "ORDER BY turn_at, id LIMIT #{limit}</script>"
    })
    List<ConversationRow> inOrderOfService(Narrowed to, Instant at, long after, int limit);
}
