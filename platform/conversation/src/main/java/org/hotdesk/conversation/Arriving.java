package org.hotdesk.conversation;

import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.Source;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.routing.Arrival;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What was known of a visitor when a conversation began, as it is kept with the conversation. */
record Arriving(
        String channel,
        String entryPoint,
        VisitorId visitor,
        Optional<CustomerId> customer,
        String language,
        Source source,
        Optional<String> currentPage,
        Optional<String> region,
        Optional<String> category,
        Optional<BigDecimal> cart,
        Optional<Integer> orders,
        Optional<String> level,
        List<String> tags,
        Optional<LastServed> lastServed)
        implements Arrival {
    Arriving {
        tags = List.copyOf(tags);
    }
}
