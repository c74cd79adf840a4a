package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.conversation.Opening;
import org.hotdesk.api.customer.Customer;
import org.hotdesk.api.customer.CustomerDetails;
import org.hotdesk.api.customer.Customers;
import org.hotdesk.api.customer.PageView;
import org.hotdesk.api.customer.Visitor;
import org.hotdesk.api.routing.Arrival;
import org.hotdesk.api.staff.AgentId;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Gathers what is known of a visitor: the visit, the customer record, who served them before. */
final class Acquaintance {
    private static final Actor SELF = new Actor.Platform("conversation");
    private static final String CHANNEL = "web";

    private final Customers customers;
    private final ReceptionTable receptions;

    Acquaintance(Customers customers, ReceptionTable receptions) {
        this.customers = customers;
        this.receptions = receptions;
    }

    Arrival of(Visitor person, Opening opening, String entryPoint) {
        CustomerDetails details = details(person);
        Map<String, String> shop = details.attributes();
        return new Arriving(
                CHANNEL,
                entryPoint,
                person.id(),
                person.customer(),
                opening.language(),
                person.source(),
                person.current().map(PageView::url),
                details.region(),
                opening.category(),
                number(shop, "cart", BigDecimal::new),
                number(shop, "orders", Integer::valueOf),
                Optional.ofNullable(shop.get("level")),
                details.tags(),
                lastServed(person));
    }

    /** While the customer store does not answer, nobody waits for it: nothing is known then. */
    private CustomerDetails details(Visitor person) {
        try {
            return person.customer()
                    .map(id -> customers.find(SELF, id))
                    .map(Customer::details)
                    .orElseGet(() -> CustomerDetails.named(""));
        } catch (Fault away) {
            return CustomerDetails.named("");
        }
    }

    /** What a shop sends as text; something else than a number counts as unknown. */
    static <N> Optional<N> number(
            Map<String, String> attributes, String name, Function<String, N> read) {
        try {
            return Optional.ofNullable(attributes.get(name)).map(String::strip).map(read);
        } catch (NumberFormatException other) {
            return Optional.empty();
        }
    }

    private Optional<Arrival.LastServed> lastServed(Visitor person) {
        return person.customer()
                .flatMap(customer -> receptions.servedCustomer(customer.value()))
                .or(() -> receptions.servedVisitor(person.id().value()))
                .map(
                        row ->
                                new Arrival.LastServed(
                                        new AgentId(row.agent()),
                                        row.agentName(),
                                        row.assignedAt()));
    }
}
