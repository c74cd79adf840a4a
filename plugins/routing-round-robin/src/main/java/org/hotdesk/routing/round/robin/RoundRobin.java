package org.hotdesk.routing.round.robin;

import org.hotdesk.api.Words;
import org.hotdesk.api.extension.Extension;
import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.RoutingRequest;
import org.hotdesk.api.routing.RoutingStrategy;
import org.osgi.service.component.annotations.Component;

import java.time.Instant;
import java.util.Comparator;

/** Longest since last assignment goes first; who never had one goes before everybody. */
@Component
@Extension("round-robin")
public final class RoundRobin implements RoutingStrategy {
    private static final Words REASON = new Words("最久未分配", "longest since last assignment");
    private static final Comparator<Candidate> LONGEST_WITHOUT =
            Comparator.comparing(candidate -> candidate.lastAssigned().orElse(Instant.MIN));

    @Override
    public Preference choose(RoutingRequest request) {
        return request.candidates().stream()
                .sorted(LONGEST_WITHOUT)
                .collect(Preference.keeping(REASON));
    }
}
