package org.hotdesk.demo;

import org.hotdesk.api.customer.Customer;
import org.hotdesk.api.customer.CustomerDetails;
import org.hotdesk.api.customer.Customers;
import org.hotdesk.api.customer.Visit;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.customer.Visitors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The people of the sample conversations: brings them to the shop and says who they are. */
@Component(service = Guests.class)
public final class Guests {
    private final Visitors visitors;
    private final Customers customers;

    @Activate
    public Guests(@Reference Visitors visitors, @Reference Customers customers) {
        this.visitors = visitors;
        this.customers = customers;
    }

    /** Somebody comes, looks at some pages and is known from then on, where the sample says so. */
    VisitorId welcome(SampleChat chat, Predicate<BooleanSupplier> waitFor) {
        VisitorId visitor = visitors.arrive(chat.visits().getFirst()).visitor();
        for (Visit visit : chat.visits().subList(1, chat.visits().size())) {
            visitors.viewed(visitor, visit);
        }
        // The store is a plugin and may come a moment later than this bundle.
        boolean known =
                chat.customer().isPresent()
                        && waitFor.test(() -> visitors.identify(visitor).isPresent());
        if (known) {
            name(visitor, chat.customer().get());
        }
        return visitor;
    }

    private void name(VisitorId visitor, CustomerDetails details) {
        Optional<Customer> record =
                visitors.identify(visitor).map(id -> customers.find(Accounts.ACTOR, id));
        record.ifPresent(
                customer ->
                        customers.change(
                                Accounts.ACTOR, customer.id(), customer.version(), details));
    }
}
