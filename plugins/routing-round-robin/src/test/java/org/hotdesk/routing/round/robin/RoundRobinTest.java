package org.hotdesk.routing.round.robin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.testkit.SampleCandidate.candidate;
import static org.hotdesk.testkit.SampleRequest.request;

import org.hotdesk.api.routing.Preference.Choice;
import org.hotdesk.api.routing.RoutingStrategy;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.testkit.RoutingStrategyContract;
import org.junit.jupiter.api.Test;

import java.time.Instant;

class RoundRobinTest extends RoutingStrategyContract {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Override
    protected RoutingStrategy strategy() {
        return new RoundRobin();
    }

    @Test
    void who_waited_longest_for_work_is_next_and_who_never_had_any_goes_before() {
        var request =
                request()
                        .with(candidate(1).lastAssigned(NOON))
                        .with(candidate(2).lastAssigned(NOON.minusSeconds(60)))
                        .with(candidate(3));

        assertThat(strategy().choose(request).kept())
                .extracting(Choice::agent)
                .containsExactly(new AgentId(3), new AgentId(2), new AgentId(1));
    }

    @Test
    void equals_stay_in_their_order() {
        var request =
                request()
                        .with(candidate(5).lastAssigned(NOON))
                        .with(candidate(4).lastAssigned(NOON));

        assertThat(strategy().choose(request).kept())
                .extracting(Choice::agent)
                .containsExactly(new AgentId(5), new AgentId(4));
    }
}
