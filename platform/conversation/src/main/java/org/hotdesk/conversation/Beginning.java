package org.hotdesk.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.conversation.Opening;
import org.hotdesk.api.customer.Visitor;
import org.hotdesk.api.customer.Visitors;
import org.hotdesk.api.event.ConversationOpened;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.MessagePosted;
import org.hotdesk.api.staff.Team;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.staff.Teams;
import org.hotdesk.api.storage.DuplicateKey;

/** How conversations begin: a row in the queue and its first line, once however often it is sent. */
final class Beginning {
    private static final Actor SELF = new Actor.Platform("conversation");

    private final Tables tables;
    private final Visitors visitors;
    private final Teams teams;
    private final Clock clock;

    Beginning(Tables tables, Visitors visitors, Teams teams, Clock clock) {
        this.tables = tables;
        this.visitors = visitors;
        this.teams = teams;
        this.clock = clock;
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
        Instant now = clock.instant();
        String text = opening.first().text();
        long id =
                tables.conversations()
                        .insert(
                                new ConversationTable.NewRow(
                                        visitor.id().value(),
                                        person.name(),
                                        person.customer().map(customer -> customer.value()),
                                        team.value(),
                                        opening.first().clientId(),
                                        opening.language(),
                                        Limits.preview(text),
                                        now));
        Message first =
                new Message(
                        new ConversationId(id),
                        1,
                        opening.first().clientId(),
                        new Author(Author.Side.VISITOR, visitor.id().value(), person.name()),
                        Message.Kind.TEXT,
                        text,
                        now);
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
}
