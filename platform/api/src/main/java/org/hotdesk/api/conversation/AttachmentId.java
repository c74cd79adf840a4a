package org.hotdesk.api.conversation;

/** Identity of an uploaded file. */
public record AttachmentId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
