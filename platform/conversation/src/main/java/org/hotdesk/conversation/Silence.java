package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.EndingRules;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.event.ConversationUnanswered;
import org.hotdesk.api.event.MessagePosted;
import org.hotdesk.conversation.TimerTable.Kind;
import org.hotdesk.conversation.TimerTable.TimerRow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What silence does to conversations that agents have. Nothing is written for a message: a timer
 * that falls due looks at what was said last, acts when the silence is long enough, and else falls
 * due again when it could be at the earliest.
 */
final class Silence {
    private static final Actor TIME = new Actor.Platform("idle");

    private final Tables tables;
    private final StoredTeamRules rules;
    private final Timers timers;
    private final Endings endings;

    Silence(Tables tables, StoredTeamRules rules, Timers timers, Endings endings) {
        this.tables = tables;
        this.rules = rules;
        this.timers = timers;
        this.endings = endings;
    }

    /** The visitor may have been silent for too long; the row of the conversation is locked. */
    void visitor(ConversationRow row, TimerRow timer, Instant now) {
        EndingRules.Idle idle = rules.of(row).idle();
        if (row.state() != ConversationState.ACTIVE || idle.warnSeconds() == 0) {
            timers.clear(row.id(), Kind.IDLE);
        } else if (isWarned(row, timer)) {
            afterWarning(row, timer, idle, now);
        } else if (row.lastSide().equals(Optional.of(Author.Side.AGENT))) {
            beforeWarning(row, idle, now);
        } else {
            // It is not the visitor's turn; the agent can write from now on.
            again(row, Kind.IDLE, now.plusSeconds(idle.warnSeconds()));
        }
    }

    /** Whether nobody said anything since the warning. */
    private static boolean isWarned(ConversationRow row, TimerRow timer) {
        return timer.since()
                .filter(warned -> !row.lastAt().orElse(row.openedAt()).isAfter(warned))
                .isPresent();
    }

    private void beforeWarning(ConversationRow row, EndingRules.Idle idle, Instant now) {
        Instant due = row.lastAt().orElse(now).plusSeconds(idle.warnSeconds());
        if (due.isAfter(now)) {
            again(row, Kind.IDLE, due);
            return;
        }
        Message line = SystemLine.IDLE_WARNING.after(row, "", now);
        tables.messages().insert(List.of(MessageRow.of(line)));
        tables.conversations().lineAdded(row.id(), line.seq());
        int next = idle.closeSeconds() > 0 ? idle.closeSeconds() : idle.warnSeconds();
        timers.set(
                new TimerRow(
                        row.id(), Kind.IDLE, now.plusSeconds(next), line.seq(), Optional.of(now)));
        tables.events().record(TIME, new MessagePosted(line, row.party()));
    }

    private void afterWarning(
            ConversationRow row, TimerRow timer, EndingRules.Idle idle, Instant now) {
        Instant warned = timer.since().orElse(now);
        Instant due = warned.plusSeconds(idle.closeSeconds());
        if (idle.closeSeconds() == 0) {
            timers.set(timer.again(now.plusSeconds(idle.warnSeconds())));
        } else if (due.isAfter(now)) {
            timers.set(timer.again(due));
        } else {
            timers.clear(row.id(), Kind.IDLE);
            endings.end(TIME, row, Optional.empty(), SystemLine.CLOSED_BY_IDLE);
        }
    }

    /** The agent may have been silent for too long; that is only told. */
    void agent(ConversationRow row, TimerRow timer, Instant now) {
        int mark = rules.of(row).idle().markSeconds();
        if (row.state() != ConversationState.ACTIVE || mark == 0) {
            timers.clear(row.id(), Kind.MARK);
            return;
        }
        Optional<MessageRow> oldest =
                row.lastSide()
                        .filter(side -> side == Author.Side.VISITOR)
                        .flatMap(side -> tables.messages().oldestUnanswered(row.id()));
        if (oldest.isEmpty() || oldest.get().seq() == timer.seq()) {
            timers.set(timer.again(now.plusSeconds(mark)));
            return;
        }
        Instant since = later(oldest.get().writtenAt(), row.assignedAt().orElse(now));
        Instant due = since.plusSeconds(mark);
        if (due.isAfter(now)) {
            timers.set(timer.again(due));
        } else {
            tell(row, oldest.get().seq(), since, now.plusSeconds(mark));
        }
    }

    private void tell(ConversationRow row, long seq, Instant since, Instant again) {
        timers.set(new TimerRow(row.id(), Kind.MARK, again, seq, Optional.of(since)));
        tables.events()
                .record(
                        TIME,
                        new ConversationUnanswered(
                                new ConversationId(row.id()), row.party(), seq, since));
    }

    private void again(ConversationRow row, Kind kind, Instant due) {
        timers.set(TimerRow.at(row.id(), kind, due));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
