package org.hotdesk.live;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Conversations;
import org.hotdesk.api.conversation.Party;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Tells staff who list a conversation, and do not have it open, that lines were written. A busy
 * conversation is told of twice a second at most, and at most 100 of them each time. Thread-safe.
 */
final class Previews {
    private static final Logger log = LoggerFactory.getLogger(Previews.class);
    private static final Actor SELF = new Actor.Platform("live");
    private static final int AT_ONCE = 100;
    private static final int MOST = 20_000;

    private final Conversations conversations;
    private final Connections connections;
    private final Set<ConversationId> written = new LinkedHashSet<>();
    private final Set<ConversationId> recalled = new LinkedHashSet<>();

    Previews(Conversations conversations, Connections connections) {
        this.conversations = conversations;
        this.connections = connections;
    }

    /** Lines were written or read. */
    void note(ConversationId conversation, Party party) {
        var waits = party.agent().isEmpty() && !connections.queues.get(party.team()).isEmpty();
        if (!waits && connections.readers.isEmpty()) {
            return;
        }
        synchronized (written) {
            if (written.size() < MOST) {
                written.add(conversation);
            }
        }
    }

    /** A line was taken back: whoever shows the newest line hears it, who has it open too. */
    void recalled(ConversationId conversation) {
        synchronized (written) {
            written.add(conversation);
            recalled.add(conversation);
        }
    }

    /** Tells what has gathered, oldest first. */
    void tell() {
        for (var i = 0; i < AT_ONCE; i++) {
            ConversationId next;
            boolean everybody;
            synchronized (written) {
                if (written.isEmpty()) {
                    return;
                }
                next = written.iterator().next();
                written.remove(next);
                everybody = recalled.remove(next);
            }
            tell(next, everybody);
        }
    }

    private void tell(ConversationId id, boolean everybody) {
        try {
            var conversation = conversations.find(SELF, id);
            var frame = Frames.preview(conversation);
            audience(conversation, everybody).forEach(connection -> connection.send(frame));
        } catch (Fault gone) {
            log.debug("no preview of {}", id, gone);
        }
    }

    private Set<Connection> audience(Conversation conversation, boolean everybody) {
        var audience = new LinkedHashSet<>(connections.readers);
        if (conversation.state() == ConversationState.QUEUED) {
            audience.addAll(connections.queues.get(conversation.team()));
        }
        var open = new LinkedHashSet<>(connections.watchers.get(conversation.id()));
        conversation.agent().map(connections.agents::get).ifPresent(open::addAll);
        if (everybody) {
            audience.addAll(open);
        } else {
            audience.removeAll(open);
        }
        return audience;
    }
}
