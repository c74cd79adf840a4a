package org.hotdesk.api.conversation;

/** Identity of a category. */
public record CategoryId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
