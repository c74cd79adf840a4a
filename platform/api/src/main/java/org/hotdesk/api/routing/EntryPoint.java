package org.hotdesk.api.routing;

import org.hotdesk.api.Words;
import org.hotdesk.api.staff.TeamId;

import java.time.Instant;
import java.util.List;

/**
 * A door by which visitors come in, such as the shop's check-out page, with the plan by which their
 * conversations are routed. Each team has one by itself.
 *
 * @param key such as {@code check-out}; that of a team's own is {@code team-} and its id
 * @param revision grows with every change; 0 for a team's own that nobody has changed yet
 * @param changedBy name of who made this revision
 */
public record EntryPoint(
        String key, Details details, long revision, String changedBy, Instant changedAt) {

    /**
     * What people decide about an entry point.
     *
     * @param team whose queue its visitors join unless a strategy decides otherwise
     * @param strategies the plan: extension names in the order in which they are asked, 0 to 20,
     *     each once; a name may stand here before its bundle is installed, and is skipped until
     *     then
     */
    public record Details(Words name, TeamId team, List<String> strategies) {
        public Details {
            strategies = List.copyOf(strategies);
        }
    }

    /** Key of the entry point that a team has by itself. */
    public static String of(TeamId team) {
        return "team-" + team;
    }
}
