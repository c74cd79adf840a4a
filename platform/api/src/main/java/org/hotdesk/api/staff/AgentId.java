package org.hotdesk.api.staff;

/** Identity of a member of staff. */
public record AgentId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
