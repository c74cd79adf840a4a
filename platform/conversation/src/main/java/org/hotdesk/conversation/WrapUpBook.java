package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.EndingRules;
import org.hotdesk.api.conversation.WrapUp;
import org.hotdesk.api.event.ConversationWrappedUp;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Slots;
import org.hotdesk.conversation.TimerTable.Kind;
import org.hotdesk.conversation.TimerTable.TimerRow;
import org.hotdesk.conversation.WrapUpTable.WrapUpRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Instant;
import java.util.Optional;

/** Begins and ends wrap-ups, in the transactions in which it is to happen, on locked rows. */
@Component(service = WrapUpBook.class)
public final class WrapUpBook {
    private static final Actor TIME = new Actor.Platform("wrap-up");

    private final Tables tables;
    private final Slots slots;
    private final Timers timers;
    private final Merits merits;

    @Activate
    public WrapUpBook(@Reference Tables tables, @Reference Slots slots, @Reference Timers timers) {
        this.tables = tables;
        this.slots = slots;
        this.timers = timers;
        merits = new Merits(tables.records());
    }

    /** The conversation ended just now, and its agent is to say what it was about. */
    void begin(ConversationRow row, EndingRules.WrappingUp rules, Instant now) {
        Optional<Instant> until =
                Optional.of(rules.limitSeconds()).filter(limit -> limit > 0).map(now::plusSeconds);
        tables.wrapUps()
                .put(
                        new WrapUpRow(
                                row.id(),
                                rules.counts(),
                                now,
                                until,
                                row.category(),
                                "",
                                Optional.empty(),
                                Optional.empty()));
        until.ifPresent(due -> timers.set(TimerRow.at(row.id(), Kind.WRAP_UP, due)));
    }

    /** Nothing is to be said any more: the conversation goes on. */
    void drop(ConversationRow row) {
        tables.wrapUps().find(row.id()).ifPresent(wrapUp -> leave(row, wrapUp));
        tables.wrapUps().remove(row.id());
    }

    private void leave(ConversationRow row, WrapUpRow wrapUp) {
        timers.clear(row.id(), Kind.WRAP_UP);
        if (wrapUp.counts()) {
            row.agent().ifPresent(agent -> slots.release(new AgentId(agent), row.weight()));
        }
    }

    /** Closes a conversation that is in its wrap-up. */
    ConversationRow finish(
            Actor actor, ConversationRow row, Optional<String> category, String summary) {
        Instant now = tables.now();
        WrapUpRow begun = tables.wrapUps().find(row.id()).orElseThrow();
        WrapUpRow finished =
                new WrapUpRow(
                        row.id(),
                        begun.counts(),
                        begun.since(),
                        begun.untilAt(),
                        category,
                        summary,
                        Optional.of(now),
                        Optional.of(Names.of(actor)));
        tables.wrapUps().put(finished);
        tables.wrapUps().close(row.id(), category);
        leave(row, begun);
        ConversationRow closed = tables.conversations().find(row.id()).orElseThrow();
        merits.ended(closed);
        tables.events()
                .record(
                        actor,
                        new ConversationWrappedUp(closed.toConversation(), wrapUp(finished)));
        return closed;
    }

    /** The time for it is over. */
    void timeOut(ConversationRow row) {
        timers.clear(row.id(), Kind.WRAP_UP);
        if (row.state() == ConversationState.WRAP_UP) {
            finish(TIME, row, row.category(), "");
        }
    }

    static WrapUp wrapUp(WrapUpRow row) {
        return new WrapUp(
                new ConversationId(row.conversation()),
                row.since(),
                row.untilAt(),
                row.category(),
                row.summary(),
                row.finishedAt(),
                row.finishedBy());
    }
}
