package org.hotdesk.conversation;

import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Message;

import java.time.Instant;
import java.util.Optional;

/** A message as the table has it. */
record MessageRow(
        long conversation,
        long seq,
        String clientId,
        Author.Side side,
        long author,
        String authorName,
        Message.Kind kind,
        String text,
        Instant writtenAt,
        Optional<String> extra) {

    static MessageRow of(Message message) {
        return new MessageRow(
                message.conversation().value(),
                message.seq(),
                message.clientId(),
                message.author().side(),
                message.author().id(),
                message.author().name(),
                message.kind(),
                message.text(),
                message.at(),
                Extras.write(message));
    }

    Message toMessage() {
        Extras extras = Extras.read(extra);
        return new Message(
                new ConversationId(conversation),
                seq,
                clientId,
                new Author(side, author, authorName),
                kind,
                text,
                writtenAt,
                extras.attachment(),
                extras.card());
    }
}
