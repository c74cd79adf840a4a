package org.hotdesk.live;

import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationFilter;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Conversations;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.staff.TeamId;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/**
 * Tells waiting visitors their place in the queue, when it is another than they know; a queue is
 * read once however many wait and however often it moved. Thread-safe.
 */
final class Positions {
    private static final Actor SELF = new Actor.Platform("live");
    private static final int PAGE = 200;
    private static final int PAGES = 25;

    private final Conversations conversations;
    private final Index<VisitorId> visitors;
    private final ConcurrentMap<ConversationId, Waiting> waiting = new ConcurrentHashMap<>();
    private final Set<TeamId> moved = ConcurrentHashMap.newKeySet();

    private record Waiting(VisitorId visitor, TeamId team, int told) {}

    Positions(Conversations conversations, Index<VisitorId> visitors) {
        this.conversations = conversations;
        this.visitors = visitors;
    }

    /** A visitor who is connected waits, and knows this place (0: none yet). */
    void waits(Conversation conversation, int told) {
        waiting.put(
                conversation.id(), new Waiting(conversation.visitor(), conversation.team(), told));
    }

    /** A conversation began to wait. */
    void queued(Conversation conversation) {
        if (!visitors.get(conversation.visitor()).isEmpty()) {
            waits(conversation, 0);
        }
        moved(conversation.team());
    }

    /** A conversation no longer waits. */
    void served(Conversation conversation) {
        waiting.remove(conversation.id());
        moved(conversation.team());
    }

    /** A visitor has no connection any more. */
    void left(VisitorId visitor) {
        waiting.values().removeIf(each -> each.visitor().equals(visitor));
    }

    void moved(TeamId team) {
        moved.add(team);
    }

    /** Tells all whose place is another than before. */
    void tell() {
        for (var team : Set.copyOf(moved)) {
            moved.remove(team);
            var ofTeam =
                    waiting.entrySet().stream()
                            .filter(each -> each.getValue().team().equals(team))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            if (!ofTeam.isEmpty()) {
                tell(team, ofTeam);
            }
        }
    }

    private void tell(TeamId team, Map<ConversationId, Waiting> untold) {
        var filter = ConversationFilter.in(ConversationState.QUEUED).of(team);
        var cursor = Optional.<String>empty();
        var position = 0;
        for (var page = 0; page < PAGES && !untold.isEmpty(); page++) {
            var listed = conversations.list(SELF, filter, cursor, PAGE);
            for (var conversation : listed.items()) {
                position++;
                var who = untold.remove(conversation.id());
                if (who != null && who.told() != position) {
                    tell(conversation.id(), who, position);
                }
            }
            cursor = listed.next();
            if (cursor.isEmpty()) {
                return;
            }
        }
    }

    private void tell(ConversationId conversation, Waiting who, int position) {
        waiting.replace(conversation, who, new Waiting(who.visitor(), who.team(), position));
        var frame = Frames.position(conversation, position);
        visitors.get(who.visitor()).forEach(connection -> connection.send(frame));
    }
}
