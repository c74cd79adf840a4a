package org.hotdesk.api.routing;

import org.hotdesk.api.Actor;
import org.hotdesk.api.staff.TeamId;
import org.osgi.annotation.versioning.ProviderType;

import java.util.List;
import java.util.Optional;

/**
 * The entry points, with every revision of their plans. Changes need {@code routing.manage} and
 * hold from the next decision on.
 */
@ProviderType
public interface EntryPoints {

    /** All of them, those of the teams first. */
    List<EntryPoint> list();

    /** One of them; empty when there is none with this key. */
    Optional<EntryPoint> find(String key);

    /** That which a team has by itself. */
    EntryPoint of(TeamId team);

    /**
     * Changes an entry point, or adds one.
     *
     * @param key 2 to 40 lower-case letters, digits and hyphens
     * @param revision the revision that was read; 0 for one that is not there yet
     * @throws org.hotdesk.api.Fault STALE when it has been changed since; INVALID; NOT_FOUND for
     *     the team
     */
    EntryPoint change(Actor actor, String key, long revision, EntryPoint.Details details);

    /**
     * Takes an entry point away; its conversations go on by the plan of their team, its history
     * stays.
     *
     * @throws org.hotdesk.api.Fault STALE; NOT_FOUND; CONFLICT for that of a team
     */
    void remove(Actor actor, String key, long revision);

    /** The newest revisions of one, newest first, at most {@code limit} (1 to 200). */
    List<EntryPoint> history(String key, int limit);
}
