package org.hotdesk.api.staff;

/** Identity of a team. */
public record TeamId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
