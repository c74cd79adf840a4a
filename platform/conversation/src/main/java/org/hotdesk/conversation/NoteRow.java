package org.hotdesk.conversation;

import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Note;

import java.time.Instant;

/** A note as the table has it. */
record NoteRow(
        long conversation,
        long number,
        long afterSeq,
        String clientId,
        long author,
        String authorName,
        String text,
        boolean recalled,
        Instant writtenAt) {

    Note toNote() {
        Author.Side side = author == 0 ? Author.Side.SYSTEM : Author.Side.AGENT;
        return new Note(
                new ConversationId(conversation),
                number,
                afterSeq,
                clientId,
                new Author(side, author, authorName),
                text,
                writtenAt,
                recalled);
    }
}
