package org.hotdesk.api.conversation;

import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.TeamId;

import java.util.Optional;
import java.util.Set;

/** Which conversations to list; every part that is there must hold. An empty set of states: all. */
public record ConversationFilter(
        Set<ConversationState> states,
        Optional<AgentId> agent,
        Optional<TeamId> team,
        Optional<VisitorId> visitor) {
    public ConversationFilter {
        states = Set.copyOf(states);
    }

    /** All conversations in these states. */
    public static ConversationFilter in(ConversationState... states) {
        return new ConversationFilter(
                Set.of(states), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Those of them that this agent has, or had at the end. */
    public ConversationFilter of(AgentId agent) {
        return new ConversationFilter(states, Optional.of(agent), team, visitor);
    }

    /** Those of them of this team. */
    public ConversationFilter of(TeamId team) {
        return new ConversationFilter(states, agent, Optional.of(team), visitor);
    }

    /** Those of them of this visitor. */
    public ConversationFilter of(VisitorId visitor) {
        return new ConversationFilter(states, agent, team, Optional.of(visitor));
    }
}
