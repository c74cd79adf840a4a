package org.hotdesk.live;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Draft;
import org.hotdesk.api.conversation.Note;
import org.hotdesk.api.conversation.Notes;
import org.hotdesk.api.event.NoteWritten;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Notes in memory, told as the event log tells them. */
final class FakeNotes implements Notes {
    private static final Instant AT = Instant.parse("2026-11-21T13:29:01.204518Z");

    private final FakeConversations conversations;
    private final List<Note> all = new ArrayList<>();

    FakeNotes(FakeConversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public synchronized Note write(Actor actor, ConversationId id, Draft draft) {
        if (!(actor instanceof Actor.Agent agent)) {
            throw Fault.notFound("conversation", id);
        }
        var author = new Author(Author.Side.AGENT, agent.id().value(), agent.name());
        return tell(
                actor,
                new Note(id, all.size() + 1, 1, draft.clientId(), author, draft.text(), AT, false));
    }

    @Override
    public synchronized Note recall(Actor actor, ConversationId id, long number) {
        var note = all.get((int) number - 1);
        return tell(
                actor,
                new Note(id, number, note.after(), note.clientId(), note.author(), "", AT, true));
    }

    private Note tell(Actor actor, Note note) {
        all.add(note);
        conversations.record(
                new NoteWritten(note, conversations.party(actor, note.conversation())));
        return note;
    }

    @Override
    public List<Note> list(Actor actor, ConversationId id) {
        return all;
    }
}
