package org.hotdesk.api.conversation;

/** Identity of a conversation. */
public record ConversationId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
