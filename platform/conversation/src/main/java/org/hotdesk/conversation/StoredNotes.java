package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Draft;
import org.hotdesk.api.conversation.Note;
import org.hotdesk.api.conversation.Notes;
import org.hotdesk.api.event.NoteWritten;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.List;
import java.util.Optional;

/** The notes of this server's database. */
@Component
public final class StoredNotes implements Notes {
    private static final int MOST = 500;

    private final Tables tables;
    private final Access access;

    @Activate
    public StoredNotes(@Reference Tables tables, @Reference Access access) {
        this.tables = tables;
        this.access = access;
    }

    @Override
    public Note write(Actor actor, ConversationId id, Draft draft) {
        requireStaff(actor, id);
        Limits.check(draft);
        access.readable(actor, id);
        return tables.transactions()
                .runAgainOnDeadlock(() -> writeLocked(actor, id, draft))
                .toNote();
    }

    private NoteRow writeLocked(Actor actor, ConversationId id, Draft draft) {
        ConversationRow row = locked(id);
        Author author = Sides.author(actor);
        Optional<NoteRow> before = tables.notes().sentAs(id.value(), draft.clientId());
        if (before.isPresent()) {
            return before.filter(note -> isAuthor(actor, note))
                    .orElseThrow(StoredNotes::clientIdTaken);
        }
        NoteRow note =
                new NoteRow(
                        id.value(),
                        tables.notes().last(id.value()) + 1,
                        row.lastSeq(),
                        draft.clientId(),
                        author.id(),
                        author.name(),
                        draft.text(),
                        false,
                        tables.now());
        tables.notes().insert(note);
        tables.events().record(actor, new NoteWritten(note.toNote(), row.party()));
        return note;
    }

    @Override
    public Note recall(Actor actor, ConversationId id, long number) {
        requireStaff(actor, id);
        access.readable(actor, id);
        return tables.transactions()
                .runAgainOnDeadlock(() -> recallLocked(actor, id, number))
                .toNote();
    }

    private NoteRow recallLocked(Actor actor, ConversationId id, long number) {
        ConversationRow row = locked(id);
        NoteRow note =
                tables.notes()
                        .find(id.value(), number)
                        .orElseThrow(() -> Fault.notFound("note", number));
        Recalls.requireMay(isAuthor(actor, note), note.writtenAt(), tables.now());
        if (note.recalled()) {
            return note;
        }
        tables.notes().recall(id.value(), number);
        NoteRow gone = tables.notes().find(id.value(), number).orElseThrow();
        tables.events().record(actor, new NoteWritten(gone.toNote(), row.party()));
        return gone;
    }

    @Override
    public List<Note> list(Actor actor, ConversationId id) {
        requireStaff(actor, id);
        long readable = access.readable(actor, id).id();
        return tables.notes().newest(readable, MOST).reversed().stream()
                .map(NoteRow::toNote)
                .toList();
    }

    private ConversationRow locked(ConversationId id) {
        return tables.conversations().lock(id.value()).orElseThrow(() -> Access.missing(id));
    }

    private static boolean isAuthor(Actor actor, NoteRow note) {
        return Sides.isAuthor(actor, note.toNote().author());
    }

    private static void requireStaff(Actor actor, ConversationId id) {
        if (actor instanceof Actor.Visitor) {
            throw Access.missing(id);
        }
    }

    private static Fault clientIdTaken() {
        return Fault.of(
                Fault.Category.CONFLICT,
                "client-id-taken",
                new Words(
                        "别人已在这里用了这个编号，请换一个。",
                        "Somebody else used this client id here; choose another."));
    }
}
