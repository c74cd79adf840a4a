package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Permission;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.EndingRules;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.conversation.Survey;
import org.hotdesk.api.event.ConversationClosed;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.MessagePosted;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Slots;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How conversations end. */
@Component(service = Endings.class)
public final class Endings {
    private final Tables tables;
    private final Access access;
    private final Slots slots;
    private final StoredTeamRules rules;
    private final SurveyBook surveys;
    private final WrapUpBook wrapUps;
    private final Merits merits;

    // checkstyle off: ParameterNumber, because the container injects what this needs here
    @Activate
    public Endings(
            @Reference Tables tables,
            @Reference Access access,
            @Reference Slots slots,
            @Reference StoredTeamRules rules,
            @Reference SurveyBook surveys,
            @Reference WrapUpBook wrapUps) {
        this.tables = tables;
        this.access = access;
        this.slots = slots;
        this.rules = rules;
        this.surveys = surveys;
        this.wrapUps = wrapUps;
        merits = new Merits(tables.records());
    }

    // checkstyle on: ParameterNumber

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
        boolean byVisitor = Sides.of(actor) == Author.Side.VISITOR;
        SystemLine code = byVisitor ? SystemLine.CLOSED_BY_VISITOR : SystemLine.CLOSED_BY_AGENT;
        return end(actor, row, category, code);
    }

    /** Ends a conversation that is open and whose row is locked. */
    ConversationRow end(
            Actor actor, ConversationRow row, Optional<String> category, SystemLine code) {
        Instant now = tables.now();
        EndingRules rule = rules.of(row);
        ConversationState state = after(row, code, rule);
        boolean wrapsUp = state == ConversationState.WRAP_UP;
        Message line = code.after(row, Sides.author(actor, row).name(), now);
        tables.messages().insert(List.of(MessageRow.of(line)));
        tables.conversations().end(row.id(), state, category, line.seq(), now);
        if (!wrapsUp || !rule.wrapUp().counts()) {
            row.agent().ifPresent(agent -> slots.release(new AgentId(agent), row.weight()));
        }
        ConversationRow ended = tables.conversations().find(row.id()).orElseThrow();
        List<Events.Deed> deeds = new ArrayList<>();
        deeds.add(new Events.Deed(actor, new MessagePosted(line, row.party())));
        deeds.add(new Events.Deed(actor, new ConversationClosed(ended.toConversation())));
        follow(actor, ended, rule, deeds);
        tables.events().record(deeds);
        return ended;
    }

    /** What an end brings with it; what is counted comes last. */
    private void follow(
            Actor actor, ConversationRow ended, EndingRules rule, List<Events.Deed> deeds) {
        if (rule.survey().onClose() && ended.agent().isPresent()) {
            surveys.ask(ended, Survey.Asker.CLOSE, actor).ifPresent(deeds::add);
        }
        if (ended.state() == ConversationState.WRAP_UP) {
            wrapUps.begin(ended, rule.wrapUp(), ended.closedAt().orElseGet(tables::now));
        } else {
            merits.ended(ended);
        }
    }

    private static ConversationState after(ConversationRow row, SystemLine code, EndingRules rule) {
        if (row.state() == ConversationState.ACTIVE) {
            return rule.wrapUp().on() ? ConversationState.WRAP_UP : ConversationState.CLOSED;
        }
        return code == SystemLine.CLOSED_BY_VISITOR
                ? ConversationState.ABANDONED
                : ConversationState.CLOSED;
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
}
