package org.hotdesk.api.routing;

import org.hotdesk.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

import java.util.List;

/**
 * Routes past periods again under other plans, in the background. Needs {@code
 * conversation.read-all}. It reads what was kept and writes nothing but its own report.
 */
@ProviderType
public interface Replays {

    /**
     * Begins one; one at a time on a server.
     *
     * @throws org.hotdesk.api.Fault INVALID; NOT_FOUND for the entry point; CONFLICT while another
     *     one goes on here, or when nothing is known of who was at work in the period
     */
    Replay start(Actor actor, Replay.Question question);

    /** The newest 50, newest first, without their reports. */
    List<Replay> list(Actor actor);

    /**
     * One of them.
     *
     * @throws org.hotdesk.api.Fault NOT_FOUND
     */
    Replay find(Actor actor, ReplayId id);

    /** Stops one; one that is over stays as it is. */
    Replay cancel(Actor actor, ReplayId id);
}
