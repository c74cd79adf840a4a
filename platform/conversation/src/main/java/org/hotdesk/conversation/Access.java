package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Permission;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.Agents;
import org.hotdesk.api.staff.TeamId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.Set;

/** Who may reach which conversation. What may not be reached is not there, as far as they know. */
@Component(service = Access.class)
public final class Access {
    private final Tables tables;
    private final Agents agents;

    @Activate
    public Access(@Reference Tables tables, @Reference Agents agents) {
        this.tables = tables;
        this.agents = agents;
    }

    /** The conversation, when the actor may read it. */
    ConversationRow readable(Actor actor, ConversationId id) {
        return tables.conversations()
                .find(id.value())
                .filter(row -> mayRead(actor, row))
                .orElseThrow(() -> missing(id));
    }

    /** Whether the actor may read the conversation. */
    boolean reaches(Actor actor, ConversationId id) {
        return tables.conversations()
                .find(id.value())
                .filter(row -> mayRead(actor, row))
                .isPresent();
    }

    boolean mayRead(Actor actor, ConversationRow row) {
        return switch (actor) {
            case Actor.Visitor visitor -> visitor.id().value() == row.visitor();
            case Actor.Agent agent -> mayRead(agent, row);
            case Actor.Platform platform -> true;
            case Actor.Plugin plugin -> true;
        };
    }

    private boolean mayRead(Actor.Agent agent, ConversationRow row) {
        return row.isOf(agent.id())
                || agent.may(Permission.CONVERSATION_READ_ALL)
                || (row.state() == ConversationState.QUEUED
                        && teamsOf(agent).contains(new TeamId(row.team())))
                || (!row.state().isOpen() && isServing(agent, row.visitor()));
    }

    Set<TeamId> teamsOf(Actor.Agent agent) {
        return agents.find(agent.id()).map(Agent::teams).orElse(Set.of());
    }

    /** Whether the agent talks with this visitor right now, and so may look at their past. */
    boolean isServing(Actor.Agent agent, long visitor) {
        return tables.queues().serving(agent.id().value(), visitor) > 0;
    }

    /** Whether the actor belongs to the conversation as one of the two who talk. */
    static boolean talks(Actor actor, ConversationRow row) {
        return switch (actor) {
            case Actor.Visitor visitor -> visitor.id().value() == row.visitor();
            case Actor.Agent agent -> row.isOf(agent.id());
            case Actor.Platform platform -> false;
            case Actor.Plugin plugin -> false;
        };
    }

    static Fault missing(ConversationId id) {
        return Fault.notFound("conversation", id);
    }
}
