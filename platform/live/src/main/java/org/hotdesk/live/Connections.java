package org.hotdesk.live;

import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.TeamId;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who is connected, found by whatever an event says. Thread-safe. */
final class Connections {
    /** Everybody, also those who have not said hello. */
    final Set<Connection> all = ConcurrentHashMap.newKeySet();

    /** Those of staff who have said hello. */
    final Set<Connection> staff = ConcurrentHashMap.newKeySet();

    /** Those of staff who hear of every conversation. */
    final Set<Connection> readers = ConcurrentHashMap.newKeySet();

    final Index<VisitorId> visitors = new Index<>();
    final Index<AgentId> agents = new Index<>();

    /** Those of staff who see a team's queue. */
    final Index<TeamId> queues = new Index<>();

    /** Those of staff who look at a conversation that is not theirs. */
    final Index<ConversationId> watchers = new Index<>();
}
