package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.conversation.Opening;
import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.Visitor;
import org.hotdesk.api.customer.Visitors;
import org.hotdesk.api.event.ConversationOpened;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.MessagePosted;
import org.hotdesk.api.staff.Team;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.staff.Teams;
import org.hotdesk.api.storage.DuplicateKey;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How conversations begin: a row in the queue and its first line, once however often it is sent.
 */
@Component(service = Beginning.class)
public final class Beginning {
    private static final Actor SELF = new Actor.Platform("conversation");

    private final Tables tables;
    private final Visitors visitors;
    private final Teams teams;

    @Activate
    public Beginning(
            @Reference Tables tables, @Reference Visitors visitors, @Reference Teams teams) {
        this.tables = tables;
        this.visitors = visitors;
        this.teams = teams;
    }

    /**
     * The conversation that this opening began, now or when it was sent before; empty when another
     * one is open, where its message belongs.
     */
    Optional<Conversation> begin(Actor.Visitor visitor, Opening opening) {
        Optional<ConversationRow> newest = tables.conversations().newestOf(visitor.id().value());
        if (newest.isPresent()) {
            ConversationRow row = newest.get();
            if (tables.messages().sentAs(row.id(), opening.first().clientId()).isPresent()) {
                return newest.map(ConversationRow::toConversation);
            }
            if (row.state().isOpen()) {
                return Optional.empty();
            }
        }
        Visitor person = visitors.find(SELF, visitor.id());
        TeamId team = team(opening);
        try {
            return Optional.of(
                    tables.transactions().run(() -> insert(visitor, person, team, opening)));
        } catch (DuplicateKey sentTwiceAtOnce) {
            return tables.conversations()
                    .newestOf(visitor.id().value())
                    .filter(row -> !row.state().isOpen())
                    .map(ConversationRow::toConversation);
        }
    }

    private TeamId team(Opening opening) {
        Optional<TeamId> asked = opening.team();
        if (asked.isEmpty()) {
            return teams.list().getFirst().id();
        }
        return teams.find(asked.get())
                .map(Team::id)
                .orElseThrow(() -> Fault.notFound("team", asked.get()));
    }

    private Conversation insert(
            Actor.Visitor visitor, Visitor person, TeamId team, Opening opening) {
        Instant now = tables.now();
        long id = tables.conversations().insert(newRow(person, team, opening, now));
        Message first = firstLine(new ConversationId(id), person, opening, now);
        tables.messages().insert(List.of(MessageRow.of(first)));
        ConversationRow row = tables.conversations().find(id).orElseThrow();
        tables.events()
                .record(
                        List.of(
                                new Events.Deed(
                                        visitor, new ConversationOpened(row.toConversation())),
                                new Events.Deed(visitor, new MessagePosted(first, row.party()))));
        return row.toConversation();
    }

    private static ConversationTable.NewRow newRow(
            Visitor person, TeamId team, Opening opening, Instant now) {
        return new ConversationTable.NewRow(
                person.id().value(),
                person.name(),
                person.customer().map(CustomerId::value),
                team.value(),
                opening.first().clientId(),
                opening.language(),
                Limits.preview(opening.first().text()),
                now);
    }

    private static Message firstLine(
            ConversationId id, Visitor person, Opening opening, Instant now) {
        return new Message(
                id,
                1,
                opening.first().clientId(),
                new Author(Author.Side.VISITOR, person.id().value(), person.name()),
                Message.Kind.TEXT,
                opening.first().text(),
                now);
    }
}
