package org.hotdesk.api.routing;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Page;
import org.osgi.annotation.versioning.ProviderType;

import java.util.List;
import java.util.Optional;

/**
 * Candidate plans that run next to the live ones. Reading needs {@code conversation.read-all},
 * changing {@code routing.manage}. A shadow never delays a live decision, and what fails in it is
 * cut off for nobody else.
 */
@ProviderType
public interface Shadows {

    /** Those that run, by entry point. */
    List<Shadow> list(Actor actor);

    /** The one that runs next to an entry point; empty when none does. */
    Optional<Shadow> find(Actor actor, String entryPoint);

    /**
     * Lets a candidate run next to an entry point from now on, in place of the one before; its
     * figures begin at nought. On other nodes it holds after at most five seconds.
     *
     * @param revision of the one that was read; 0 for none
     * @param strategies 0 to 20 names, each once
     * @throws org.hotdesk.api.Fault STALE when somebody started or ended another one since;
     *     INVALID; NOT_FOUND for the entry point
     */
    Shadow start(Actor actor, String entryPoint, long revision, List<String> strategies);

    /**
     * Ends it; its figures and differences go with it.
     *
     * @throws org.hotdesk.api.Fault STALE; NOT_FOUND when none runs
     */
    void end(Actor actor, String entryPoint, long revision);

    /**
     * Where the two plans differed, newest first. The newest 5,000 are kept.
     *
     * @param cursor of the page before; empty for the first
     * @param limit 1 to 100
     */
    Page<ShadowDifference> differences(
            Actor actor, String entryPoint, Optional<String> cursor, int limit);
}
