package org.hotdesk.api.conversation;

import org.hotdesk.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

import java.util.List;

/**
 * What the staff write to each other beside a conversation, for everybody of staff who may read it.
 * To a visitor there are no notes: every call is NOT_FOUND. Thread-safe.
 */
@ProviderType
public interface Notes {

    /**
     * Writes a note, also after the end. Sent again under its client id it stays one.
     *
     * @throws org.hotdesk.api.Fault INVALID; NOT_FOUND; CONFLICT {@code client-id-taken}
     */
    Note write(Actor actor, ConversationId id, Draft draft);

    /**
     * Takes a note back: its text is erased. Only by its author, within two minutes.
     *
     * @throws org.hotdesk.api.Fault NOT_FOUND; FORBIDDEN {@code not-your-message}; CONFLICT {@code
     *     recall-too-late}
     */
    Note recall(Actor actor, ConversationId id, long number);

    /** The newest 500 notes of a conversation, oldest first. */
    List<Note> list(Actor actor, ConversationId id);
}
