package org.hotdesk.api.routing;

import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.Source;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.TeamId;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A visitor who might come, for a dry run. What is left out counts as unknown, or is taken from the
 * customer record where there is one.
 *
 * @param entryPoint key of the entry point; empty: that of the team
 * @param team whose own entry point it is where none is named; empty: the first team's
 * @param language such as {@code zh-CN}
 * @param source where the visitor came from; engine, keyword and campaign are read off landing page
 *     and referrer where they are left out
 * @param lastAgent who served this person last; empty: whoever did
 * @param at when the visitor comes; empty: now. Who is at work is always as it is now
 * @param waitedSeconds how long the visitor has waited by then, from 0 to 86,400
 */
public record Hypothesis(
        Optional<String> entryPoint,
        Optional<TeamId> team,
        String channel,
        String language,
        Source source,
        Optional<String> currentPage,
        Optional<String> category,
        Optional<CustomerId> customer,
        Known known,
        Optional<AgentId> lastAgent,
        Optional<Instant> at,
        int waitedSeconds) {

    /** What a customer record would say; each of it goes before what one does say. */
    public record Known(
            Optional<String> region,
            Optional<BigDecimal> cart,
            Optional<Integer> orders,
            Optional<String> level,
            List<String> tags) {
        public Known {
            tags = List.copyOf(tags);
        }
    }
}
