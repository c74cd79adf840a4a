package org.hotdesk.customer;

import static org.hotdesk.api.Permission.CUSTOMER_READ;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.customer.Customer;
import org.hotdesk.api.customer.CustomerDetails;
import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.Customers;
import org.hotdesk.api.storage.Storage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.Optional;

/** The customer records, wherever they are kept; only their names are copied, to the visitors. */
@Component
public final class CustomerBook implements Customers {
    private final Stores stores;
    private final VisitorRows visitors;

    @Activate
    public CustomerBook(@Reference Stores stores, @Reference Storage storage) {
        this.stores = stores;
        this.visitors = storage.mapper(VisitorRows.class);
    }

    @Override
    public Customer find(Actor actor, CustomerId id) {
        actor.require(CUSTOMER_READ);
        Optional<Customer> found = answered(stores.ask(store -> store.find(id)));
        return found.orElseThrow(() -> Fault.notFound("customer", id));
    }

    @Override
    public Customer change(Actor actor, CustomerId id, long version, CustomerDetails details) {
        actor.require(CUSTOMER_READ);
        CustomerRules.check(details);
        Customer changed = answered(stores.ask(store -> store.change(id, version, details)));
        visitors.rename(id, changed.details().name());
        return changed;
    }

    private static <R> R answered(Stores.Reply<R> reply) {
        return switch (reply) {
            case Stores.Reply.Answer<R> answer -> answer.value();
            case Stores.Reply.Refusal<R> refusal -> throw refusal.fault();
            case Stores.Reply.Silence<R> silence ->
                    throw Fault.of(
                            Fault.Category.UNAVAILABLE,
                            "customer-store-unavailable",
                            new Words(
                                    "客户资料暂时无法访问，请稍后重试。",
                                    "The customer records cannot be reached right now; try again in a"
                                            + " moment."));
        };
    }
}
