package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.conversation.Opening;
import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.Visitor;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A conversation that is to be written, and whoever waits for it. */
record NewConversation(
        Visitor person,
        Opening opening,
        Received received,
        Optional<ConversationRow> last,
        CompletableFuture<Conversation> begun) {

    /**
     * One that nobody waits for yet.
     *
     * @param last the visitor's conversation before, which has ended
     */
    NewConversation(
            Visitor person, Opening opening, Received received, Optional<ConversationRow> last) {
        this(person, opening, received, last, new CompletableFuture<>());
    }

    Actor.Visitor visitor() {
        return new Actor.Visitor(person.id());
    }

    ConversationTable.NewRow row(Instant at, Turns turns) {
        int priority = received.reception().priority();
        return new ConversationTable.NewRow(
                person.id().value(),
                person.name(),
                person.customer().map(CustomerId::value),
                received.reception().team().value(),
                opening.first().clientId(),
                opening.language(),
                Limits.preview(opening.first().text()),
                priority,
                turns.of(at, priority),
                at);
    }

    Message firstLine(long id, Instant at) {
        return new Message(
                new ConversationId(id),
                1,
                opening.first().clientId(),
                new Author(Author.Side.VISITOR, person.id().value(), person.name()),
                Message.Kind.TEXT,
                opening.first().text(),
                at);
    }
}
