package org.hotdesk.routing.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.testkit.SampleCandidate.candidate;
import static org.hotdesk.testkit.SampleRequest.request;

import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.Preference.Choice;
import org.hotdesk.api.routing.RoutingStrategy;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.testkit.RoutingStrategyContract;
import org.junit.jupiter.api.Test;

class LeastLoadTest extends RoutingStrategyContract {
    @Override
    protected RoutingStrategy strategy() {
        return new LeastLoad(LeastLoad.Measure.OPEN_NOW);
    }

    @Test
    void the_least_loaded_are_kept_and_the_others_left_out_with_the_reason() {
        var request =
                request()
                        .with(candidate(1).load(2).capacity(5))
                        .with(candidate(2).load(1).capacity(5))
                        .with(candidate(3).load(1).capacity(2));

        Preference preference = strategy().choose(request);

        assertThat(preference.kept())
                .extracting(Choice::agent)
                .containsExactly(new AgentId(2), new AgentId(3));
        assertThat(preference.leftOut())
                .extracting(choice -> choice.reason().en())
                .containsExactly("2 of 5 conversations");
    }

    @Test
    void it_may_be_what_was_handled_today_that_counts() {
        var request =
                request()
                        .with(candidate(1).load(0).handledToday(9))
                        .with(candidate(2).load(2).handledToday(3));

        Preference preference = new LeastLoad(LeastLoad.Measure.HANDLED_TODAY).choose(request);

        assertThat(preference.kept())
                .extracting(choice -> choice.reason().en())
                .containsExactly("3 conversations today");
    }
}
