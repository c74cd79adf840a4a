package org.hotdesk.api.routing;

import org.hotdesk.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Routes conversations that do not exist, by the code that routes those that do: nothing is
 * written, nobody's turn moves, and a strategy that fails in it is cut off for nobody else.
 */
@ProviderType
public interface DryRuns {

    /**
     * How it would go.
     *
     * @param at for when it was reckoned
     * @param ahead how many conversations wait in the same queue and would be served before
     */
    record Rehearsal(Trial trial, Instant at, int ahead) {}

    /**
     * Who would get the conversation of this visitor, and why. Needs {@code conversation.read-all};
     * a customer's record is read as the actor may.
     *
     * @param strategies a plan that nobody has saved, in place of the entry point's own; 0 to 20
     *     names, each once
     * @throws org.hotdesk.api.Fault NOT_FOUND for the entry point, team, customer or agent; INVALID
     */
    Rehearsal run(Actor actor, Hypothesis hypothesis, Optional<List<String>> strategies);
}
