package org.hotdesk.api.routing;

import org.hotdesk.api.Words;
import org.hotdesk.api.staff.AgentId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * The answer of a strategy: whom it keeps, best first, and why.
 *
 * @param kept best first; empty: no opinion, all candidates stay in their order
 * @param leftOut those it does not keep, as far as it says why
 * @param hold for whom the conversation is to wait, whoever is kept; empty: for nobody
 */
public record Preference(List<Choice> kept, List<Choice> leftOut, Optional<Hold> hold) {
    /** Keeps and leaves out, and makes nobody wait. */
    public Preference(List<Choice> kept, List<Choice> leftOut) {
        this(kept, leftOut, Optional.empty());
    }

    public Preference {
        kept = List.copyOf(kept);
        leftOut = List.copyOf(leftOut);
    }

    /** One candidate, and why it is where it is. */
    public record Choice(AgentId agent, Words reason) {}

    /**
     * Let the conversation wait for an agent who has no room now. It keeps its place, nobody behind
     * it waits because of it, and when the agent has room or the time is over it is routed as any
     * other.
     *
     * @param agent one of {@link RoutingRequest#full()}
     * @param until at most ten minutes after the conversation began to wait
     */
    public record Hold(AgentId agent, Instant until, Words reason) {}

    /** Waits for somebody. */
    public static Preference holding(Hold hold) {
        return new Preference(List.of(), List.of(), Optional.of(hold));
    }

    /** All candidates stay, in their order. */
    public static Preference none() {
        return new Preference(List.of(), List.of());
    }

    /** Keeps the candidates of a stream in its order, all for one reason. */
    public static Collector<Candidate, ?, Preference> keeping(Words reason) {
        return Collectors.collectingAndThen(
                Collectors.mapping(
                        (Candidate candidate) -> new Choice(candidate.agent(), reason),
                        Collectors.toList()),
                kept -> new Preference(kept, List.of()));
    }

    /** As {@link #keeping(Words)}, for a reason that reads the same in every language. */
    public static Collector<Candidate, ?, Preference> keeping(String reason) {
        return keeping(new Words(reason, reason));
    }
}
