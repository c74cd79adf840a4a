package org.hotdesk.conversation;

import org.hotdesk.api.routing.EntryPoint;

import java.util.List;

/** Entry points with other plans than their own. */
final class Plans {
    private Plans() {}

    /** The same door with these strategies. */
    static EntryPoint with(EntryPoint point, List<String> strategies) {
        EntryPoint.Details own = point.details();
        return new EntryPoint(
                point.key(),
                new EntryPoint.Details(own.name(), own.team(), strategies),
                point.revision(),
                point.changedBy(),
                point.changedAt());
    }
}
