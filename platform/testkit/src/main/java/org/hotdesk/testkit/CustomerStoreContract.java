package org.hotdesk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hotdesk.api.Fault;
import org.hotdesk.api.customer.Customer;
import org.hotdesk.api.customer.CustomerDetails;
import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.CustomerStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every customer store must do; a store's test inherits this and says how to make one. */
public abstract class CustomerStoreContract {
    private static final CustomerDetails WANG =
            new CustomerDetails(
                    "王芳",
                    Optional.of("fang@example.com"),
                    Optional.empty(),
                    Optional.of("青禾"),
                    Optional.empty(),
                    List.of("vip", "老客户"),
                    Map.of("size", "M"));

    private CustomerStore store;

    /** A store that is empty. */
    protected abstract CustomerStore emptyStore();

    @BeforeEach
    void makeStore() {
        store = emptyStore();
    }

    @Test
    void a_record_is_found_as_it_was_added() {
        Customer added = store.add("visitor-1", WANG);

        assertThat(added.details()).isEqualTo(WANG);
        assertThat(store.find(added.id())).contains(added);
    }

    @Test
    void nobody_is_found_under_an_unknown_id() {
        assertThat(store.find(new CustomerId("nobody"))).isEmpty();
    }

    @Test
    void what_is_added_twice_under_one_key_is_there_once() {
        Customer first = store.add("visitor-1", WANG);

        Customer again = store.add("visitor-1", CustomerDetails.named("another"));

        assertThat(again).isEqualTo(first);
    }

    @Test
    void keys_that_differ_in_case_or_accents_are_two_people() {
        Customer lower = store.add("cafe", CustomerDetails.named("a"));

        assertThat(store.add("CAFE", CustomerDetails.named("b")).id()).isNotEqualTo(lower.id());
        assertThat(store.add("café", CustomerDetails.named("c")).id()).isNotEqualTo(lower.id());
    }

    @Test
    void a_change_is_kept_and_gives_a_higher_version() {
        Customer added = store.add("visitor-1", CustomerDetails.named(""));

        Customer changed = store.change(added.id(), added.version(), WANG);

        assertThat(changed.version()).isGreaterThan(added.version());
        assertThat(changed.details()).isEqualTo(WANG);
        assertThat(store.find(added.id())).contains(changed);
    }

    @Test
    void a_change_of_something_read_too_long_ago_is_refused() {
        Customer added = store.add("visitor-1", CustomerDetails.named(""));
        store.change(added.id(), added.version(), WANG);

        assertThatThrownBy(
                        () ->
                                store.change(
                                        added.id(), added.version(), CustomerDetails.named("late")))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.category()).isEqualTo(Fault.Category.STALE));
        assertThat(store.find(added.id()).map(Customer::details)).contains(WANG);
    }

    @Test
    void a_change_of_nobody_is_refused() {
        assertThatThrownBy(() -> store.change(new CustomerId("nobody"), 1, WANG))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.category()).isEqualTo(Fault.Category.NOT_FOUND));
    }

    @Test
    void a_merged_record_fills_what_the_other_lacks_and_leads_to_it() {
        Customer kept = store.add("visitor-1", CustomerDetails.named("Fang"));
        Customer gone = store.add("visitor-2", WANG);

        Customer merged = store.merge(kept.id(), gone.id());

        assertThat(merged.id()).isEqualTo(kept.id());
        assertThat(merged.details().name()).isEqualTo("Fang");
        assertThat(merged.details().email()).isEqualTo(WANG.email());
        assertThat(merged.details().tags()).containsAll(WANG.tags());
        assertThat(store.find(gone.id())).contains(merged);
        assertThat(store.add("visitor-2", WANG)).isEqualTo(merged);
    }

    @Test
    void a_merge_done_again_changes_nothing() {
        Customer kept = store.add("visitor-1", CustomerDetails.named("Fang"));
        Customer gone = store.add("visitor-2", WANG);
        Customer merged = store.merge(kept.id(), gone.id());

        assertThat(store.merge(kept.id(), gone.id())).isEqualTo(merged);
    }

    @Test
    void merges_lead_on_to_the_last_one() {
        Customer first = store.add("visitor-1", CustomerDetails.named("1"));
        Customer second = store.add("visitor-2", CustomerDetails.named("2"));
        Customer third = store.add("visitor-3", CustomerDetails.named("3"));
        store.merge(second.id(), third.id());

        Customer merged = store.merge(first.id(), second.id());

        assertThat(store.find(third.id())).contains(merged);
    }
}
