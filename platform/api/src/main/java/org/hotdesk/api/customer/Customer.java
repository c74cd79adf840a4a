package org.hotdesk.api.customer;

import java.time.Instant;

/**
 * The record of a person.
 *
 * @param version grows with every change
 */
public record Customer(CustomerId id, CustomerDetails details, Instant createdAt, long version) {}
