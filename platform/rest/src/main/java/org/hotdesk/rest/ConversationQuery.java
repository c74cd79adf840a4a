package org.hotdesk.rest;

import jakarta.ws.rs.QueryParam;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.ConversationFilter;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.TeamId;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which conversations are asked for. */
final class ConversationQuery {
    /** Names of states, with commas between. */
    @QueryParam("state")
    @Nullable String state;

    /** {@code me}, or an agent's id. */
    @QueryParam("agent")
    @Nullable String agent;

    @QueryParam("team")
    @Nullable TeamId team;

    @QueryParam("visitor")
    @Nullable VisitorId visitor;

    /** Made by Jersey. */
    ConversationQuery() {}

    ConversationFilter filter(Actor actor) {
        var own = actor instanceof Actor.Visitor known ? known.id() : visitor;
        return new ConversationFilter(
                states(),
                Optional.ofNullable(agent).map(name -> agent(actor, name)),
                Optional.ofNullable(team),
                Optional.ofNullable(own));
    }

    private Set<ConversationState> states() {
        if (state == null || state.isBlank()) {
            return Set.of();
        }
        return Arrays.stream(state.split(","))
                .map(String::strip)
                .map(ConversationQuery::state)
                .collect(Collectors.toSet());
    }

    private static ConversationState state(String name) {
        try {
            return ConversationState.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Fault.invalid(
                    "state",
                    "bad-state",
                    new Words("没有状态 " + name + "。", "There is no state " + name + "."));
        }
    }

    private static AgentId agent(Actor actor, String name) {
        if (name.equals("me") && actor instanceof Actor.Agent agent) {
            return agent.id();
        }
        try {
            return new AgentId(Long.parseLong(name));
        } catch (NumberFormatException e) {
            throw Fault.invalid(
                    "agent", "bad-agent", new Words("agent 为 me 或客服编号。", "agent is me, or an id."));
        }
    }
}
