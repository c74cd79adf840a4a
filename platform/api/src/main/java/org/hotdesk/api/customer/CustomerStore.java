package org.hotdesk.api.customer;

import org.osgi.annotation.versioning.ConsumerType;

import java.util.Optional;

/**
 * Keeps customer records, in Hotdesk's database or anywhere else.
 *
 * <p>Called by the customer bundle alone, on any thread, several at once, outside transactions; may
 * take up to two seconds.
 */
@ConsumerType
public interface CustomerStore {

    /** One record; empty when this store has none with this id. */
    Optional<Customer> find(CustomerId id);

    /**
     * Adds a record, or answers the one that was added under this key before: the caller may have
     * missed the answer and ask again.
     *
     * @param key unique to this person, made by the caller; at most 64 characters
     */
    Customer add(String key, CustomerDetails details);

    /**
     * Changes a record.
     *
     * @param version the version that was read
     * @throws org.hotdesk.api.Fault STALE when it has been changed since; NOT_FOUND
     */
    Customer change(CustomerId id, long version, CustomerDetails details);

    /**
     * Makes two records of one person one: what {@code into} lacks comes from {@code from}, which
     * is found under the id of {@code into} from then on.
     */
    Customer merge(CustomerId into, CustomerId from);
}
