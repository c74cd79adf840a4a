package org.hotdesk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.testkit.SampleCandidate.candidate;
import static org.hotdesk.testkit.SampleRequest.request;

import static java.util.Comparator.comparing;

import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.RoutingStrategy;
import org.hotdesk.api.staff.AgentId;
import org.junit.jupiter.api.Test;

class LeastLoadedTest extends RoutingStrategyContract {
    @Override
    protected RoutingStrategy strategy() {
        return asked ->
                asked.candidates().stream()
                        .sorted(comparing(Candidate::load))
                        .collect(Preference.keeping("least loaded"));
    }

    @Test
    void the_least_loaded_goes_first() {
        Preference answer =
                strategy()
                        .choose(
                                request()
                                        .with(
                                                candidate(1).name("Ann").load(2).capacity(5),
                                                candidate(2).name("Bo").load(1).skill("退货", 4)));
        assertThat(answer.kept())
                .extracting(Preference.Choice::agent)
                .containsExactly(new AgentId(2), new AgentId(1));
    }
}
