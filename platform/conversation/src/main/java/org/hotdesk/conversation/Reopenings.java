package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Draft;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.event.ConversationAssigned;
import org.hotdesk.api.event.ConversationQueued;
import org.hotdesk.api.event.ConversationReopened;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.MessagePosted;
import org.hotdesk.api.routing.Decision;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.Reception;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Slots;
import org.hotdesk.api.storage.DuplicateKey;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings visitors who write soon after the end back to the same conversation, and to the same agent
 * while that agent can take it; one short transaction decides both.
 */
@Component(service = Reopenings.class)
public final class Reopenings {
    private static final Actor SELF = new Actor.Platform("reopening");
    private static final Words REASON =
            new Words("客户在重开时限内回来，仍由原客服接待", "came back in time, to the same agent");

    private final Tables tables;
    private final Slots slots;
    private final StoredTeamRules rules;
    private final WrapUpBook wrapUps;
    private final Turns turns;
    private final Merits merits;
    private final Traces traces;

    @Activate
    public Reopenings(
            @Reference Tables tables,
            @Reference Slots slots,
            @Reference StoredTeamRules rules,
            @Reference WrapUpBook wrapUps,
            @Reference Turns turns) {
        this.tables = tables;
        this.slots = slots;
        this.rules = rules;
        this.wrapUps = wrapUps;
        this.turns = turns;
        merits = new Merits(tables.records());
        traces = new Traces(tables.decisions());
    }

    /** Whether an ended conversation goes on when its visitor writes now. */
    boolean isInTime(ConversationRow ended) {
        return isInTime(ended, tables.now());
    }

    /** The conversation as it goes on with this line; empty when it does so already. */
    Optional<Conversation> reopen(Actor.Visitor visitor, ConversationRow ended, Draft first) {
        try {
            return tables.transactions()
                    .runAgainOnDeadlock(() -> reopenLocked(visitor, ended.id(), first))
                    .map(ConversationRow::toConversation);
        } catch (DuplicateKey begunMeanwhile) {
            // Another conversation is open: the line belongs there.
            return Optional.empty();
        }
    }

    private boolean isInTime(ConversationRow row, Instant now) {
        boolean served =
                row.state() == ConversationState.CLOSED || row.state() == ConversationState.WRAP_UP;
        int within = rules.of(row).reopen().withinSeconds();
        return served
                && row.agent().isPresent()
                && row.closedAt().filter(end -> now.isBefore(end.plusSeconds(within))).isPresent();
    }

    private Optional<ConversationRow> reopenLocked(Actor.Visitor visitor, long id, Draft first) {
        Instant now = tables.now();
        Optional<ConversationRow> row =
                tables.conversations().lock(id).filter(ended -> isInTime(ended, now));
        return row.map(ended -> reopen(visitor, ended, first, now));
    }

    private ConversationRow reopen(
            Actor.Visitor visitor, ConversationRow ended, Draft first, Instant now) {
        AgentId agent = new AgentId(ended.agent().orElseThrow());
        if (ended.state() == ConversationState.WRAP_UP) {
            wrapUps.drop(ended);
        }
        boolean taken = slots.take(agent, ended.weight());
        Message line =
                SystemLine.REOPENED.after(ended, taken ? ended.agentName().orElse("") : "", now);
        Message said = said(visitor, ended, first, now);
        tables.conversations().reopen(row(ended, taken, said, now));
        tables.messages().insert(List.of(MessageRow.of(line), MessageRow.of(said)));
        ConversationRow open = tables.conversations().find(ended.id()).orElseThrow();
        if (taken) {
            traces.keep(List.of(decision(open, agent, now)));
        }
        if (ended.state() == ConversationState.CLOSED) {
            merits.undone(ended);
        }
        tell(visitor, open, agent, List.of(line, said));
        return open;
    }

    private static Message said(
            Actor.Visitor visitor, ConversationRow ended, Draft first, Instant now) {
        return new Message(
                new ConversationId(ended.id()),
                ended.lastSeq() + 2,
                first.clientId(),
                new Author(Author.Side.VISITOR, visitor.id().value(), ended.visitorName()),
                Message.Kind.TEXT,
                first.text(),
                now);
    }

    private ConversationTable.Reopened row(
            ConversationRow ended, boolean taken, Message said, Instant now) {
        return new ConversationTable.Reopened(
                ended.id(),
                taken ? ConversationState.ACTIVE : ConversationState.QUEUED,
                ended.visitor(),
                ended.agent().filter(agent -> taken),
                ended.agentName().filter(name -> taken),
                taken ? Optional.of(now) : Optional.empty(),
                turns.of(now, ended.priority()),
                said.seq(),
                Limits.preview(said.text()),
                now);
    }

    private Decision decision(ConversationRow open, AgentId agent, Instant now) {
        long revision =
                tables.receptions().of(List.of(open.id())).stream()
                        .map(row -> Json.read(row.reception(), Reception.class).planRevision())
                        .findFirst()
                        .orElse(0L);
        Decision.Step step =
                new Decision.Step(
                        "reopening",
                        Optional.empty(),
                        Decision.Verdict.ANSWERED,
                        List.of(new Preference.Choice(agent, REASON)),
                        List.of(),
                        Optional.empty());
        return new Decision(
                new ConversationId(open.id()), now, agent, revision, List.of(), List.of(step));
    }

    private void tell(
            Actor.Visitor visitor, ConversationRow open, AgentId from, List<Message> lines) {
        Conversation conversation = open.toConversation();
        List<Events.Deed> deeds = new ArrayList<>();
        deeds.add(new Events.Deed(visitor, new ConversationReopened(conversation, from)));
        deeds.add(
                new Events.Deed(
                        SELF,
                        open.state() == ConversationState.ACTIVE
                                ? new ConversationAssigned(conversation)
                                : new ConversationQueued(conversation, from)));
        lines.forEach(
                line -> deeds.add(new Events.Deed(visitor, new MessagePosted(line, open.party()))));
        tables.events().record(deeds);
    }
}
