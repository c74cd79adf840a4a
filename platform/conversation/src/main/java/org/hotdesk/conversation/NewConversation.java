package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.conversation.Opening;
import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.Visitor;
import org.hotdesk.api.staff.TeamId;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A conversation that is to be written, and whoever waits for it. */
record NewConversation(
        Actor.Visitor visitor,
        Visitor person,
        TeamId team,
        Opening opening,
        CompletableFuture<Conversation> begun) {

    NewConversation(Actor.Visitor visitor, Visitor person, TeamId team, Opening opening) {
        this(visitor, person, team, opening, new CompletableFuture<>());
    }

    ConversationTable.NewRow row(Instant at) {
        return new ConversationTable.NewRow(
                person.id().value(),
                person.name(),
                person.customer().map(CustomerId::value),
                team.value(),
                opening.first().clientId(),
                opening.language(),
                Limits.preview(opening.first().text()),
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
