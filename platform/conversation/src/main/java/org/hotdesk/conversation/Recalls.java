package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.event.MessagePosted;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How lines are taken back: what they said is erased, and a line of its own tells everybody. */
final class Recalls {
    private static final Duration WITHIN = Duration.ofMinutes(2);

    private final Tables tables;
    private final Access access;

    Recalls(Tables tables, Access access) {
        this.tables = tables;
        this.access = access;
    }

    Message recall(Actor actor, ConversationId id, long seq) {
        access.readable(actor, id);
        return tables.transactions().runAgainOnDeadlock(() -> recallLocked(actor, id, seq));
    }

    private Message recallLocked(Actor actor, ConversationId id, long seq) {
        ConversationRow row =
                tables.conversations().lock(id.value()).orElseThrow(() -> Access.missing(id));
        Message line = line(id, seq);
        Instant now = tables.now();
        boolean isAuthor = Sides.isAuthor(actor, line.author());
        if (isAuthor && line.kind() == Message.Kind.RECALLED) {
            return line;
        }
        requireMay(isAuthor && line.kind().isSaid(), line.at(), now);
        if (!row.state().isOpen()) {
            throw Fault.of(
                    Fault.Category.CONFLICT,
                    "conversation-closed",
                    new Words("会话已结束。", "This conversation has ended."));
        }
        Message recall = recallLine(row, line, now);
        line.attachment().ifPresent(file -> tables.attachments().remove(file.id().value()));
        tables.messages().recall(row.id(), seq);
        tables.messages().insert(List.of(MessageRow.of(recall)));
        tables.conversations().recalled(tail(row, recall));
        tables.events().record(actor, new MessagePosted(recall, row.party()));
        return line(id, seq);
    }

    private Message line(ConversationId id, long seq) {
        return tables.messages()
                .find(id.value(), seq)
                .map(MessageRow::toMessage)
                .orElseThrow(() -> Fault.notFound("message", seq));
    }

    private static Message recallLine(ConversationRow row, Message line, Instant now) {
        long seq = row.lastSeq() + 1;
        return new Message(
                line.conversation(),
                seq,
                "system-" + seq,
                line.author(),
                Message.Kind.RECALL,
                Long.toString(line.seq()),
                now);
    }

    /** The end of the conversation without what was taken back. */
    private ConversationTable.Recalled tail(ConversationRow row, Message recall) {
        Optional<Message> last = tables.messages().lastSaid(row.id()).map(MessageRow::toMessage);
        return new ConversationTable.Recalled(
                row.id(),
                recall.seq(),
                last.map(line -> line.author().side().name()),
                last.map(Limits::preview),
                last.map(Message::at),
                tables.messages().unread(row.id(), row.agentRead()));
    }

    /** Insists that the author asks, and soon enough. */
    static void requireMay(boolean isAuthor, Instant written, Instant now) {
        if (!isAuthor) {
            throw Fault.of(
                    Fault.Category.FORBIDDEN,
                    "not-your-message",
                    new Words("只有作者本人可以撤回。", "Only its author may take a message back."));
        }
        if (now.isAfter(written.plus(WITHIN))) {
            throw Fault.of(
                    Fault.Category.CONFLICT,
                    "recall-too-late",
                    new Words("发送超过 2 分钟，不能撤回。", "A message can be taken back within 2 minutes."));
        }
    }
}
