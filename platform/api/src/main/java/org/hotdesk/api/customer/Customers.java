package org.hotdesk.api.customer;

import org.hotdesk.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The customer records, through whichever store is installed. All of it needs {@code
 * customer.read}.
 */
@ProviderType
public interface Customers {

    /**
     * One record.
     *
     * @throws org.hotdesk.api.Fault NOT_FOUND; UNAVAILABLE while no store answers
     */
    Customer find(Actor actor, CustomerId id);

    /**
     * Changes a record.
     *
     * @throws org.hotdesk.api.Fault STALE when it has been changed since {@code version}
     */
    Customer change(Actor actor, CustomerId id, long version, CustomerDetails details);
}
