package org.hotdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.api.Fault.Category.FORBIDDEN;
import static org.hotdesk.api.Fault.Category.INVALID;
import static org.hotdesk.api.Fault.Category.NOT_FOUND;
import static org.hotdesk.api.Fault.Category.STALE;
import static org.hotdesk.api.Fault.Category.UNAVAILABLE;
import static org.hotdesk.customer.Desk.AGENT;
import static org.hotdesk.customer.Desk.page;
import static org.hotdesk.customer.Faults.assertRefused;

import org.hotdesk.api.Actor;
import org.hotdesk.api.customer.Customer;
import org.hotdesk.api.customer.CustomerDetails;
import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.CustomerStore;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.event.VisitorIdentified;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

@OnBothDatabases
class IdentityTest {
    private Desk desk;
    private VisitorId visitor;

    @BeforeEach
    void open(TestDatabase database) {
        desk = new Desk(database);
        visitor = desk.visitors.arrive(page("/")).visitor();
    }

    @Test
    void a_visitor_gets_one_customer_record_however_often_it_is_asked_for() {
        CustomerId customer = desk.visitors.identify(visitor).orElseThrow();

        assertThat(desk.visitors.identify(visitor)).contains(customer);
        assertThat(desk.visitors.find(AGENT, visitor).customer()).contains(customer);
        assertThat(desk.store.calls()).isEqualTo(1);
        assertThat(desk.heard(VisitorIdentified.class))
                .containsExactly(new VisitorIdentified(visitor, customer));
    }

    @Test
    void many_who_ask_at_once_get_the_same_record_and_it_is_told_once() {
        List<Optional<CustomerId>> answers =
                IntStream.range(0, 16)
                        .parallel()
                        .mapToObj(i -> desk.visitors.identify(visitor))
                        .toList();

        assertThat(answers).containsOnly(answers.getFirst()).doesNotContain(Optional.empty());
        assertThat(desk.heard(VisitorIdentified.class)).hasSize(1);
    }

    @Test
    void while_no_store_answers_the_visitor_goes_without() {
        desk.store.breakDown();
        assertThat(desk.visitors.identify(visitor)).isEmpty();
        desk.extensions.without(CustomerStore.class, "memory");
        assertThat(desk.visitors.identify(visitor)).isEmpty();

        desk.store.repair();
        desk.extensions.with(CustomerStore.class, "memory", desk.store);

        assertThat(desk.visitors.identify(visitor)).isPresent();
    }

    @Test
    void nobody_is_made_up_for_a_visitor_who_does_not_exist() {
        assertRefused(NOT_FOUND, () -> desk.visitors.identify(new VisitorId(99_999)));
        assertThat(desk.store.calls()).isZero();
    }

    @Test
    void a_visitor_is_called_by_the_name_of_the_customer_once_it_is_known() {
        Customer customer = known();
        assertThat(desk.visitors.find(AGENT, visitor).name()).startsWith("Visitor ");

        Customer changed =
                desk.customers.change(
                        AGENT, customer.id(), customer.version(), CustomerDetails.named("王芳"));

        assertThat(desk.visitors.find(AGENT, visitor).name()).isEqualTo("王芳");
        assertThat(desk.customers.find(AGENT, customer.id())).isEqualTo(changed);
    }

    @Test
    void what_the_store_refuses_comes_through() {
        Customer customer = known();
        desk.customers.change(AGENT, customer.id(), 1, CustomerDetails.named("first"));

        assertRefused(
                STALE,
                () ->
                        desk.customers.change(
                                AGENT, customer.id(), 1, CustomerDetails.named("second")));
        assertRefused(NOT_FOUND, () -> desk.customers.find(AGENT, new CustomerId("nobody")));
    }

    @Test
    void a_store_that_does_not_answer_is_unavailable() {
        Customer customer = known();
        desk.store.breakDown();

        assertRefused(UNAVAILABLE, () -> desk.customers.find(AGENT, customer.id()));
        assertRefused(
                UNAVAILABLE,
                () -> desk.customers.change(AGENT, customer.id(), 1, CustomerDetails.named("x")));
    }

    @Test
    void what_breaks_a_rule_never_reaches_the_store() {
        assertField("name", CustomerDetails.named("x".repeat(101)));
        assertField("email", with(Optional.of("no address"), List.of(), Map.of()));
        assertField("tags", with(Optional.empty(), List.of(" "), Map.of()));
        assertField(
                "attributes", with(Optional.empty(), List.of(), Map.of("a", "x".repeat(1_001))));
        assertThat(desk.store.calls()).isZero();
    }

    private void assertField(String field, CustomerDetails details) {
        assertRefused(
                        INVALID,
                        () -> desk.customers.change(AGENT, new CustomerId("any"), 1, details))
                .matches(fault -> fault.field().equals(Optional.of(field)), "field " + field);
    }

    private static CustomerDetails with(
            Optional<String> email, List<String> tags, Map<String, String> attributes) {
        return new CustomerDetails(
                "Fang",
                email,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                tags,
                attributes);
    }

    @Test
    void customers_are_for_those_who_may_see_them() {
        Actor stranger = new Actor.Visitor(visitor);
        Customer customer = known();

        assertRefused(FORBIDDEN, () -> desk.customers.find(stranger, customer.id()));
        assertRefused(
                FORBIDDEN,
                () -> desk.customers.change(stranger, customer.id(), 1, customer.details()));
    }

    private Customer known() {
        CustomerId id = desk.visitors.identify(visitor).orElseThrow();
        return desk.customers.find(AGENT, id);
    }
}
