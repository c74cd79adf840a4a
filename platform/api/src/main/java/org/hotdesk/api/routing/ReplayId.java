package org.hotdesk.api.routing;

/** Identity of a replay. */
public record ReplayId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
