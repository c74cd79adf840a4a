package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.customer.Customer;
import org.hotdesk.api.customer.CustomerDetails;
import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.Customers;
import org.hotdesk.api.customer.Source;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.customer.Visitors;
import org.hotdesk.api.routing.Arrival;
import org.hotdesk.api.routing.Arrival.LastServed;
import org.hotdesk.api.routing.Hypothesis;
import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Agents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a visitor out of what somebody supposes, and of what is known of the customer. */
@Component(service = Suppositions.class)
public final class Suppositions {
    /** Nobody's. */
    static final VisitorId NOBODY = new VisitorId(0);

    private final ReceptionTable receptions;
    private final Customers customers;
    private final Visitors visitors;
    private final Agents agents;

    @Activate
    public Suppositions(
            @Reference Tables tables,
            @Reference Customers customers,
            @Reference Visitors visitors,
            @Reference Agents agents) {
        receptions = tables.receptions();
        this.customers = customers;
        this.visitors = visitors;
        this.agents = agents;
    }

    /** The visitor, as one who comes by this entry point at this moment. */
    Arrival arrival(Actor actor, Hypothesis supposed, String entryPoint, Instant at) {
        CustomerDetails record =
                supposed.customer()
                        .map(id -> customers.find(actor, id))
                        .map(Customer::details)
                        .orElseGet(() -> CustomerDetails.named(""));
        Map<String, String> shop = record.attributes();
        Hypothesis.Known known = supposed.known();
        List<String> tags = known.tags().isEmpty() ? record.tags() : known.tags();
        return new Arriving(
                supposed.channel(),
                entryPoint,
                NOBODY,
                supposed.customer(),
                supposed.language(),
                source(supposed.source()),
                supposed.currentPage(),
                known.region().or(record::region),
                Limits.category(supposed.category()),
                known.cart().or(() -> Acquaintance.number(shop, "cart", BigDecimal::new)),
                known.orders().or(() -> Acquaintance.number(shop, "orders", Integer::valueOf)),
                known.level().or(() -> Optional.ofNullable(shop.get("level"))),
                tags,
                supposed.lastAgent()
                        .map(agent -> servedBy(agent, at))
                        .or(() -> supposed.customer().flatMap(this::lastServed)));
    }

    private Source source(Source given) {
        Source read = visitors.origin(given.landingPage(), given.referrer());
        Map<String, String> utm = new HashMap<>(read.utm());
        utm.putAll(given.utm());
        return new Source(
                given.landingPage(),
                given.referrer(),
                given.engine().or(read::engine),
                given.keyword().or(read::keyword),
                utm);
    }

    private LastServed servedBy(AgentId id, Instant at) {
        Agent agent = agents.find(id).orElseThrow(() -> Fault.notFound("agent", id));
        return new LastServed(id, agent.name(), at);
    }

    private Optional<LastServed> lastServed(CustomerId customer) {
        return receptions
                .servedCustomer(customer.value())
                .map(
                        row ->
                                new LastServed(
                                        new AgentId(row.agent()),
                                        row.agentName(),
                                        row.assignedAt()));
    }
}
