package org.hotdesk.conversation;

import org.hotdesk.api.conversation.Attachment;
import org.hotdesk.api.conversation.AttachmentId;
import org.hotdesk.api.conversation.Author;

import java.time.Instant;
import java.util.Optional;

/** An uploaded file as the table has it; {@code content} and {@code thumbnail} name its bytes. */
record AttachmentRow(
        long id,
        Optional<Long> conversation,
        Author.Side side,
        long owner,
        String name,
        String type,
        long size,
        int width,
        int height,
        String content,
        Optional<String> thumbnail,
        Instant uploadedAt) {

    Attachment toAttachment() {
        return new Attachment(new AttachmentId(id), name, type, size, width, height);
    }
}
