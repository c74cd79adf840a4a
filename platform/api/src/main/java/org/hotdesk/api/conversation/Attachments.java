package org.hotdesk.api.conversation;

import org.hotdesk.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

import java.io.InputStream;

/**
 * Files for messages. Who uploaded one reads it; once it is in a message, who may read that
 * conversation. One that no message takes up within a day is removed. Thread-safe.
 */
@ProviderType
public interface Attachments {

    /**
     * The bytes of a file; whoever asked closes them.
     *
     * @param type media type of the bytes
     * @param size in bytes
     */
    record Content(String name, String type, long size, InputStream bytes) {}

    /**
     * Keeps a file; it is on disk when this returns. What it is, is found by its bytes.
     *
     * @param name at most 200 characters are kept
     * @throws org.hotdesk.api.Fault INVALID {@code file-type-refused}, {@code image-unreadable},
     *     {@code image-too-large}, {@code file-empty}; TOO_LARGE {@code file-too-large}; TOO_MANY
     *     {@code too-many-files}; FORBIDDEN {@code no-conversation} for a visitor who has none open
     */
    Attachment upload(Actor actor, String name, InputStream bytes);

    /** The file as it was uploaded. */
    Content read(Actor actor, AttachmentId id);

    /** A small picture of an image; the image itself where none could be made. */
    Content thumbnail(Actor actor, AttachmentId id);
}
