package org.hotdesk.api.event;

import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.VisitorId;

/** A visitor has a customer record. */
public record VisitorIdentified(VisitorId visitor, CustomerId customer) implements Event {
    @Override
    public String subject() {
        return "visitor/" + visitor;
    }
}
