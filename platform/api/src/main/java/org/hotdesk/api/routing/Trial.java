package org.hotdesk.api.routing;

import org.hotdesk.api.staff.AgentId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a plan would do with a conversation. Nobody was given anything.
 *
 * @param reception where the plan would put it
 * @param chosen who would get it; empty: it would wait
 * @param waitsUntil how long it would wait for one agent who has no room now; empty: for nobody in
 *     particular
 * @param considered members of the team who are at work, with load and capacity
 * @param steps the strategies of the plan in order, as far as they were asked; none where nobody
 *     has room
 */
public record Trial(
        Reception reception,
        Optional<AgentId> chosen,
        Optional<Instant> waitsUntil,
        List<Decision.Considered> considered,
        List<Decision.Step> steps) {
    public Trial {
        considered = List.copyOf(considered);
        steps = List.copyOf(steps);
    }
}
