package org.hotdesk.live;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Conversations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Gathers which lines have left for whose machine, and tells the newest of each. Thread-safe. */
final class Deliveries {
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    private final Conversations conversations;
    private final ConcurrentMap<Arrival, Long> newest = new ConcurrentHashMap<>();

    private record Arrival(Actor actor, ConversationId conversation) {}

    Deliveries(Conversations conversations) {
        this.conversations = conversations;
    }

    void note(Actor actor, ConversationId conversation, long seq) {
        newest.merge(new Arrival(actor, conversation), seq, Math::max);
    }

    /** Tells what has gathered. */
    void tell() {
        for (var arrival : newest.keySet()) {
            var seq = newest.remove(arrival);
            if (seq != null) {
                tell(arrival, seq);
            }
        }
    }

    private void tell(Arrival arrival, long seq) {
        try {
            conversations.delivered(arrival.actor(), arrival.conversation(), seq);
        } catch (Fault gone) {
            log.debug("nobody to tell of a delivery", gone);
        }
    }
}
