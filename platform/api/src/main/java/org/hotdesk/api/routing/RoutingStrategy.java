package org.hotdesk.api.routing;

import org.osgi.annotation.versioning.ConsumerType;

/** Chooses among the agents who could take a waiting conversation. */
@ConsumerType
public interface RoutingStrategy {

    /**
     * Which of the candidates to keep, best first.
     *
     * <p>Called on any thread, several at once, outside transactions, with a budget of 250 ms. The
     * strategies of a plan are asked in turn, each with the candidates that the one before kept, in
     * its order. Keeping nobody is not a way to make somebody wait: it counts as no opinion.
     */
    Preference choose(RoutingRequest request);
}
