package org.hotdesk.conversation;

import org.hotdesk.api.conversation.Attachment;
import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Draft;
import org.hotdesk.api.conversation.Message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a batch adds to one conversation, whose row is locked meanwhile. */
final class Growth {
    private final ConversationRow row;
    private final List<Message> lines = new ArrayList<>();
    private int unread;

    Growth(ConversationRow row) {
        this.row = row;
        this.unread = row.unread();
    }

    ConversationRow row() {
        return row;
    }

    List<Message> lines() {
        return lines;
    }

    long lastSeq() {
        return row.lastSeq() + lines.size();
    }

    /** Adds a line at the end. */
    Message add(Author author, Draft draft, Instant at, Optional<Attachment> attachment) {
        Message message =
                new Message(
                        new ConversationId(row.id()),
                        lastSeq() + 1,
                        draft.clientId(),
                        author,
                        kind(draft, attachment),
                        draft.text(),
                        at,
                        attachment,
                        draft.card());
        lines.add(message);
        if (author.side() == Author.Side.VISITOR) {
            unread++;
        }
        return message;
    }

    private static Message.Kind kind(Draft draft, Optional<Attachment> attachment) {
        if (draft.card().isPresent()) {
            return Message.Kind.CARD;
        }
        return attachment
                .map(file -> file.shows() ? Message.Kind.IMAGE : Message.Kind.FILE)
                .orElse(Message.Kind.TEXT);
    }

    ConversationTable.Tail tail() {
        Message newest = lines.getLast();
        return new ConversationTable.Tail(
                row.id(),
                newest.seq(),
                newest.author().side().name(),
                Limits.preview(newest),
                newest.at(),
                unread);
    }
}
