package org.hotdesk.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Party;
import org.hotdesk.api.event.ConversationAssigned;
import org.hotdesk.api.event.ConversationClosed;
import org.hotdesk.api.event.ConversationQueued;
import org.hotdesk.api.event.EventListener;
import org.hotdesk.api.event.MessagePosted;
import org.hotdesk.api.event.Recorded;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Duration;
import java.util.Optional;

/**
 * Who talks in the conversations that are busy right now, so that passing signs such as typing cost
 * no query. Nothing that is kept is decided by it.
 */
@Component(service = {EventListener.class, Parties.class})
public final class Parties implements EventListener {
    private final Cache<ConversationId, Party> parties =
            Caffeine.newBuilder()
                    .maximumSize(20_000)
                    .expireAfterWrite(Duration.ofSeconds(10))
                    .executor(Runnable::run)
                    .build();
    private final ConversationTable table;

    @Activate
    public Parties(@Reference Tables tables) {
        table = tables.conversations();
    }

    @Override
    public void heard(Recorded recorded) {
        switch (recorded.event()) {
            case MessagePosted posted ->
                    parties.put(posted.message().conversation(), posted.party());
            case ConversationAssigned assigned -> forget(assigned.conversation());
            case ConversationQueued queued -> forget(queued.conversation());
            case ConversationClosed closed -> forget(closed.conversation());
            default -> {
                // No other event changes who talks.
            }
        }
    }

    private void forget(Conversation conversation) {
        parties.invalidate(conversation.id());
    }

    /** Who talks, when the actor is one of them; empty for everybody else. */
    Optional<Party> of(ConversationId id, Actor actor) {
        return Optional.ofNullable(
                        parties.get(
                                id,
                                missing ->
                                        table.find(missing.value())
                                                .map(ConversationRow::party)
                                                .orElse(null)))
                .filter(party -> isOf(party, actor));
    }

    private static boolean isOf(Party party, Actor actor) {
        return switch (actor) {
            case Actor.Visitor visitor -> party.visitor().equals(visitor.id());
            case Actor.Agent agent -> party.agent().equals(Optional.of(agent.id()));
            case Actor.Platform platform -> false;
            case Actor.Plugin plugin -> false;
        };
    }
}
