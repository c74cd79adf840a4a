package org.hotdesk.crm.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.api.customer.Customer;
import org.hotdesk.api.customer.CustomerDetails;
import org.hotdesk.api.customer.CustomerStore;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.hotdesk.testkit.CustomerStoreContract;
import org.hotdesk.testkit.HandClock;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@OnBothDatabases
class SqlCustomersTest extends CustomerStoreContract {
    private final TestDatabase database;

    SqlCustomersTest(TestDatabase database) {
        this.database = database;
    }

    @Override
    protected CustomerStore emptyStore() {
        return new SqlCustomers(
                database.storage(SqlCustomers.class),
                database.transactions(),
                HandClock.inTheMorning());
    }

    @Test
    void one_key_added_by_many_at_once_is_one_record() {
        CustomerStore store = emptyStore();
        List<Customer> added =
                IntStream.range(0, 16)
                        .parallel()
                        .mapToObj(i -> store.add("visitor-1", CustomerDetails.named("n" + i)))
                        .toList();

        assertThat(added).containsOnly(added.getFirst());
    }

    @Test
    void two_who_merge_the_same_records_crosswise_do_not_block_each_other() {
        CustomerStore store = emptyStore();
        Customer one = store.add("visitor-1", CustomerDetails.named("one"));
        Customer other = store.add("visitor-2", CustomerDetails.named("other"));

        List<Customer> merged =
                Stream.of(List.of(one, other), List.of(other, one))
                        .parallel()
                        .map(pair -> store.merge(pair.getFirst().id(), pair.getLast().id()))
                        .toList();

        assertThat(store.find(one.id())).isEqualTo(store.find(other.id()));
        assertThat(Collections.frequency(merged, merged.getFirst())).isEqualTo(2);
    }
}
