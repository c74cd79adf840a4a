package org.hotdesk.api.routing;

import org.osgi.annotation.versioning.ConsumerType;

import java.util.Optional;

/** Chooses among the agents who could take a waiting conversation. */
@ConsumerType
public interface RoutingStrategy {

    /**
     * Which of the candidates to keep, best first.
     *
     * <p>Called on any thread, several at once, outside transactions, with a budget of 250 ms. The
     * strategies of a plan are asked in turn, each with the candidates that the one before kept, in
     * its order. Keeping nobody is not a way to make somebody wait: it counts as no opinion. {@link
     * Preference.Hold} is, within bounds.
     */
    Preference choose(RoutingRequest request);

    /**
     * Where a conversation belongs that is about to begin; empty: no opinion.
     *
     * <p>Asked once, along the plan of the entry point and under the same conditions. Of each of
     * team and priority the first answer counts; of the required skills all do, a skill that is
     * asked for twice with the higher level.
     */
    default Optional<Placement> place(Arrival arrival) {
        return Optional.empty();
    }
}
