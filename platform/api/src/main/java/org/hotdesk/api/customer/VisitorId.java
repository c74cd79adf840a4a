package org.hotdesk.api.customer;

/** Identity of a person on the site, known or not. */
public record VisitorId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
