package org.hotdesk.routing.load;

import org.hotdesk.api.Words;
import org.hotdesk.api.extension.Extension;
import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.Preference.Choice;
import org.hotdesk.api.routing.RoutingRequest;
import org.hotdesk.api.routing.RoutingStrategy;
import org.osgi.service.component.annotations.Component;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps those with the fewest open conversations, in the order in which they came; among equals the
 * next strategy decides.
 */
@Component
@Extension("load")
public final class LeastLoad implements RoutingStrategy {

    @Override
    public Preference choose(RoutingRequest request) {
        int least = request.candidates().stream().mapToInt(Candidate::load).min().orElseThrow();
        List<Choice> kept = new ArrayList<>();
        List<Choice> leftOut = new ArrayList<>();
        for (Candidate candidate : request.candidates()) {
            Choice choice = new Choice(candidate.agent(), reason(candidate));
            (candidate.load() == least ? kept : leftOut).add(choice);
        }
        return new Preference(kept, leftOut);
    }

    private static Words reason(Candidate candidate) {
        int open = candidate.load();
        return new Words(
                "进行中 " + open + "/" + candidate.capacity(),
                open + " of " + candidate.capacity() + " conversations");
    }
}
