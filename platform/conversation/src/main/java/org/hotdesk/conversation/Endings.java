package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Permission;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.conversation.Rating;
import org.hotdesk.api.event.ConversationClosed;
import org.hotdesk.api.event.ConversationRated;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.MessagePosted;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Slots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How conversations end, and what the visitor thought of them. */
final class Endings {
    private final Tables tables;
    private final Access access;
    private final Slots slots;
    private final Merits merits;

    Endings(Tables tables, Access access, Slots slots) {
        this.tables = tables;
        this.access = access;
        this.slots = slots;
        merits = new Merits(tables.records());
    }

    Conversation close(Actor actor, ConversationId id, Optional<String> category) {
        access.readable(actor, id);
        return tables.transactions()
                .runAgainOnDeadlock(() -> closeLocked(actor, id, category))
                .toConversation();
    }

    private ConversationRow closeLocked(Actor actor, ConversationId id, Optional<String> category) {
        ConversationRow row =
                tables.conversations().lock(id.value()).orElseThrow(() -> Access.missing(id));
        if (!row.state().isOpen()) {
            return row;
        }
        requireMayClose(actor, row);
        Instant now = tables.now();
        boolean byVisitor = Sides.of(actor) == Author.Side.VISITOR;
        SystemLine code = byVisitor ? SystemLine.CLOSED_BY_VISITOR : SystemLine.CLOSED_BY_AGENT;
        Message line = code.after(row, Sides.author(actor, row).name(), now);
        ConversationState state =
                row.state() == ConversationState.QUEUED && byVisitor
                        ? ConversationState.ABANDONED
                        : ConversationState.CLOSED;
        tables.messages().insert(List.of(MessageRow.of(line)));
        tables.conversations().end(row.id(), state, category, line.seq(), now);
        row.agent().ifPresent(agent -> slots.release(new AgentId(agent), row.weight()));
        ConversationRow ended = tables.conversations().find(row.id()).orElseThrow();
        merits.ended(ended);
        List<Events.Deed> deeds = new ArrayList<>();
        deeds.add(new Events.Deed(actor, new MessagePosted(line, row.party())));
        deeds.add(new Events.Deed(actor, new ConversationClosed(ended.toConversation())));
        tables.events().record(deeds);
        return ended;
    }

    private static void requireMayClose(Actor actor, ConversationRow row) {
        if (!Access.talks(actor, row) && !actor.may(Permission.CONVERSATION_MANAGE)) {
            throw Fault.of(
                    Fault.Category.FORBIDDEN,
                    "not-your-conversation",
                    new Words(
                            "只有接待该会话的客服或主管可以结束会话。",
                            "Only the agent who has this conversation may close it, or a supervisor."));
        }
    }

    Conversation rate(Actor.Visitor visitor, ConversationId id, Rating rating) {
        access.readable(visitor, id);
        return tables.transactions()
                .runAgainOnDeadlock(() -> rateLocked(visitor, id, rating))
                .toConversation();
    }

    private ConversationRow rateLocked(Actor.Visitor visitor, ConversationId id, Rating rating) {
        ConversationRow row =
                tables.conversations().lock(id.value()).orElseThrow(() -> Access.missing(id));
        if (row.state().isOpen()) {
            throw Fault.of(
                    Fault.Category.CONFLICT,
                    "conversation-open",
                    new Words("会话结束后才能评价。", "A conversation is rated after its end."));
        }
        Optional<Rating> given = row.toConversation().rating();
        if (given.isPresent()) {
            if (given.get().equals(rating)) {
                return row;
            }
            throw Fault.of(
                    Fault.Category.CONFLICT,
                    "already-rated",
                    new Words("会话已经评价过了，谢谢。", "This conversation is rated already; thank you."));
        }
        tables.conversations().rate(row.id(), rating.stars(), rating.comment());
        merits.rated(row, rating);
        ConversationRow rated = tables.conversations().find(row.id()).orElseThrow();
        tables.events().record(visitor, new ConversationRated(rated.toConversation()));
        return rated;
    }
}
