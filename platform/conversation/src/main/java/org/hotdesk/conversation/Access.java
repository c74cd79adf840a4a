package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Permission;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.staff.Agents;
import org.hotdesk.api.staff.TeamId;

/** Who may reach which conversation. What may not be reached is not there, as far as they know. */
final class Access {
    private final Agents agents;
    private final ConversationTable conversations;
    private final QueueTable queues;

    Access(Agents agents, ConversationTable conversations, QueueTable queues) {
        this.agents = agents;
        this.conversations = conversations;
        this.queues = queues;
    }

    /** The conversation, when the actor may read it. */
    ConversationRow readable(Actor actor, ConversationId id) {
        return conversations
                .find(id.value())
                .filter(row -> mayRead(actor, row))
                .orElseThrow(() -> missing(id));
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
                || (row.state() == ConversationState.QUEUED && isMember(agent, row))
                || (!row.state().isOpen() && queues.serving(agent.id().value(), row.visitor()) > 0);
    }

    private boolean isMember(Actor.Agent agent, ConversationRow row) {
        return agents.find(agent.id())
                .map(member -> member.teams().contains(new TeamId(row.team())))
                .orElse(false);
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
