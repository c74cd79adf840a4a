package org.hotdesk.api.customer;

import java.time.Instant;
import java.util.Optional;

/**
 * A person on the site.
 *
 * @param customer the record of this person; empty until the store has made one
 * @param name of the customer where it is known, else a name made from the id
 * @param current the page that is open now, or was last
 */
public record Visitor(
        VisitorId id,
        Optional<CustomerId> customer,
        String name,
        String language,
        Source source,
        Optional<PageView> current,
        Optional<String> userAgent,
        Instant firstSeen,
        Instant lastSeen) {}
