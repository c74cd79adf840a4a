package org.hotdesk.api.event;

import org.hotdesk.api.conversation.Note;
import org.hotdesk.api.conversation.Party;

/** A note was written, or taken back; it is never told to a visitor. */
public record NoteWritten(Note note, Party party) implements Event {
    @Override
    public String subject() {
        return "conversation/" + note.conversation();
    }
}
