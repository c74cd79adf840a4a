package org.hotdesk.api.event;

import org.hotdesk.api.customer.PageView;
import org.hotdesk.api.customer.VisitorId;

/** A visitor went to a page. */
public record VisitorViewed(VisitorId visitor, PageView page) implements Event {
    @Override
    public String subject() {
        return "visitor/" + visitor;
    }
}
