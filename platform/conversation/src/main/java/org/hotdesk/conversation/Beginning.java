package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.Opening;
import org.hotdesk.api.customer.Visitor;
import org.hotdesk.api.customer.Visitors;
import org.hotdesk.api.storage.DuplicateKey;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import java.util.Optional;

/**
 * How conversations begin: a row in the queue and its first line, once however often it is sent.
 */
@Component(service = Beginning.class)
public final class Beginning {
    private static final Actor SELF = new Actor.Platform("conversation");

    private final Tables tables;
    private final Visitors visitors;
    private final Receptions receptions;
    private final Reopenings reopenings;
    private final OpeningWriter writer;

    // checkstyle off: ParameterNumber, because the container injects what this needs here
    @Activate
    public Beginning(
            @Reference Tables tables,
            @Reference Visitors visitors,
            @Reference Receptions receptions,
            @Reference Reopenings reopenings,
            @Reference ReceptionBook book,
            @Reference Turns turns) {
        this.tables = tables;
        this.visitors = visitors;
        this.receptions = receptions;
        this.reopenings = reopenings;
        this.writer = new OpeningWriter(tables, book, turns);
    }

    // checkstyle on: ParameterNumber

    @Deactivate
    void close() {
        writer.close();
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
            if (reopenings.isInTime(row)) {
                return reopenings.reopen(visitor, row, opening.first());
            }
        }
        Visitor person = visitors.find(SELF, visitor.id());
        Received received = receptions.receive(person, opening);
        try {
            return Optional.of(
                    writer.write(new NewConversation(person, opening, received, newest)));
        } catch (DuplicateKey sentTwiceAtOnce) {
            return tables.conversations()
                    .newestOf(visitor.id().value())
                    .filter(row -> !row.state().isOpen())
                    .map(ConversationRow::toConversation);
        }
    }
}
