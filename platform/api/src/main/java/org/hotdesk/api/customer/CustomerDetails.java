package org.hotdesk.api.customer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a person.
 *
 * @param name at most 100 characters; empty as long as nobody knows it
 * @param tags free words
 * @param attributes anything else, by name
 */
public record CustomerDetails(
        String name,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> company,
        Optional<String> region,
        List<String> tags,
        Map<String, String> attributes) {
    public CustomerDetails {
        tags = List.copyOf(tags);
        attributes = Map.copyOf(attributes);
    }

    /** A person of whom only the name is known, or nothing. */
    public static CustomerDetails named(String name) {
        return new CustomerDetails(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of());
    }
}
