package org.hotdesk.crm.sql;

import org.hotdesk.api.customer.CustomerDetails;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What two records of one person say together. */
final class Merged {
    private Merged() {}

    /** What the first says, and what it lacks from the second. */
    static CustomerDetails of(CustomerDetails first, CustomerDetails second) {
        List<String> tags =
                Stream.concat(first.tags().stream(), second.tags().stream()).distinct().toList();
        Map<String, String> attributes = new HashMap<>(second.attributes());
        attributes.putAll(first.attributes());
        return new CustomerDetails(
                first.name().isBlank() ? second.name() : first.name(),
                first.email().or(second::email),
                first.phone().or(second::phone),
                first.company().or(second::company),
                first.region().or(second::region),
                tags,
                attributes);
    }
}
