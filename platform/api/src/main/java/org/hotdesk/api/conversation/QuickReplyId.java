package org.hotdesk.api.conversation;

/** Identity of a quick reply. */
public record QuickReplyId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
