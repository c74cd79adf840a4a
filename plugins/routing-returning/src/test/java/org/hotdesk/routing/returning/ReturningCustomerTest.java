package org.hotdesk.routing.returning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.testkit.SampleArrival.arrival;
import static org.hotdesk.testkit.SampleCandidate.candidate;
import static org.hotdesk.testkit.SampleRequest.request;

import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.Preference.Choice;
import org.hotdesk.api.routing.RoutingStrategy;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.testkit.RoutingStrategyContract;
import org.hotdesk.testkit.SampleRequest;
import org.junit.jupiter.api.Test;

import java.time.Duration;

class ReturningCustomerTest extends RoutingStrategyContract {
    private static final SampleRequest SERVED_BY_2 =
            request().of(arrival().servedBy(2, "2026-03-01T09:00:00Z"));

    @Override
    protected RoutingStrategy strategy() {
        return new ReturningCustomer(Duration.ofSeconds(30), Duration.ofDays(180));
    }

    private Preference choose(SampleRequest request) {
        return strategy().choose(request);
    }

    @Test
    void the_agent_who_served_last_is_kept_alone() {
        assertThat(choose(SERVED_BY_2.with(candidate(1), candidate(2))).kept())
                .extracting(Choice::agent)
                .containsExactly(new AgentId(2));
    }

    @Test
    void who_was_never_served_may_get_anybody() {
        assertThat(choose(request().with(candidate(1)))).isEqualTo(Preference.none());
    }

    @Test
    void an_agent_without_room_is_waited_for_until_the_time_is_over() {
        var busy = SERVED_BY_2.with(candidate(1)).full(candidate(2).load(3));

        assertThat(choose(busy).hold())
                .hasValueSatisfying(
                        hold ->
                                assertThat(hold.until())
                                        .isEqualTo(busy.queuedAt().plusSeconds(30)));
        assertThat(choose(busy.at(busy.queuedAt().plusSeconds(30))).hold()).isEmpty();
        assertThat(choose(busy.at(busy.queuedAt().plusSeconds(30))).kept())
                .extracting(choice -> choice.reason().en())
                .containsExactly("after waiting 30 s for agent2");
    }

    @Test
    void nobody_waits_for_an_agent_who_is_not_there() {
        assertThat(choose(SERVED_BY_2.with(candidate(1)))).isEqualTo(Preference.none());
    }

    @Test
    void whom_a_customer_met_long_ago_is_a_stranger() {
        var request =
                request()
                        .of(arrival().servedBy(2, "2025-03-01T09:00:00Z"))
                        .with(candidate(1), candidate(2));
        assertThat(choose(request)).isEqualTo(Preference.none());
    }
}
