package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.event.ConversationQueued;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.MessagePosted;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.Presences;
import org.hotdesk.api.staff.Slots;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Instant;
import java.util.List;

/** Brings the conversations of agents who are gone back to the queue, to their old place. */
@Component(service = Absences.class)
public final class Absences {
    private static final Actor ROUTER = new Actor.Platform("router");

    private final Tables tables;
    private final Slots slots;
    private final Presences presences;

    @Activate
    public Absences(
            @Reference Tables tables, @Reference Slots slots, @Reference Presences presences) {
        this.tables = tables;
        this.slots = slots;
        this.presences = presences;
    }

    /** Looks after everybody who is offline and still has conversations. */
    void lookAfterAll() {
        tables.queues().agentsWithConversations().stream()
                .map(AgentId::new)
                .filter(this::isGone)
                .forEach(this::requeueAll);
    }

    /** Looks after one agent; nothing happens while they are there. */
    void lookAfter(AgentId agent) {
        if (isGone(agent)) {
            requeueAll(agent);
        }
    }

    private boolean isGone(AgentId agent) {
        return presences
                .find(agent)
                .map(state -> state.presence() == Presence.OFFLINE)
                .orElse(true);
    }

    private void requeueAll(AgentId agent) {
        for (long id : tables.queues().activeOf(agent.value())) {
            tables.transactions().runAgainOnDeadlock(() -> requeue(id, agent));
        }
    }

    private boolean requeue(long id, AgentId agent) {
        return tables.conversations()
                .lock(id)
                .filter(row -> row.state() == ConversationState.ACTIVE && row.isOf(agent))
                .map(row -> requeueLocked(row, agent))
                .isPresent();
    }

    private ConversationRow requeueLocked(ConversationRow row, AgentId agent) {
        Instant now = tables.now();
        Message line = SystemLine.AGENT_LEFT.after(row, row.agentName().orElse(""), now);
        tables.messages().insert(List.of(MessageRow.of(line)));
        tables.conversations().requeue(row.id(), line.seq());
        slots.release(agent, row.weight());
        ConversationRow waiting = tables.conversations().find(row.id()).orElseThrow();
        tables.events()
                .record(
                        List.of(
                                new Events.Deed(ROUTER, new MessagePosted(line, row.party())),
                                new Events.Deed(
                                        ROUTER,
                                        new ConversationQueued(waiting.toConversation(), agent))));
        return waiting;
    }
}
