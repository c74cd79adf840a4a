package org.hotdesk.conversation;

import org.hotdesk.api.Words;
import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.routing.Decision.Considered;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Availability;
import org.hotdesk.api.staff.Presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The agents of a team during one pass over its queue, kept up to date with what the pass gives.
 */
final class Floor {
    /** As many agents are named in a trace at most; a larger team is told by its first ones. */
    static final int NAMED = 50;

    private final Map<AgentId, Seat> online = new LinkedHashMap<>();
    private final Map<AgentId, Availability> elsewhere = new LinkedHashMap<>();

    Floor(List<Availability> team) {
        Comparator<Availability> longestIdle =
                Comparator.comparing(
                        (Availability agent) -> agent.lastAssigned().orElse(Instant.MIN));
        team.stream()
                .sorted(longestIdle.thenComparing(agent -> agent.agent().value()))
                .forEach(this::add);
    }

    private void add(Availability agent) {
        if (agent.presence() == Presence.ONLINE) {
            online.put(agent.agent(), Seat.of(agent));
        } else {
            elsewhere.put(agent.agent(), agent);
        }
    }

    /** Who could take so much more, longest idle first. */
    List<Candidate> candidates(int weight) {
        return online.values().stream()
                .filter(seat -> seat.hasRoomFor(weight))
                .<Candidate>map(seat -> seat)
                .toList();
    }

    /** Who is online but could not take so much more, longest idle first. */
    List<Candidate> full(int weight) {
        return online.values().stream()
                .filter(seat -> !seat.hasRoomFor(weight))
                .<Candidate>map(seat -> seat)
                .toList();
    }

    /** Notes that somebody is given work. */
    void give(AgentId agent, int weight, Instant at) {
        online.computeIfPresent(agent, (id, seat) -> seat.taking(weight, at));
    }

    /** Everybody who was looked at, and why they were no candidate. */
    List<Considered> considered(int weight) {
        List<Considered> named =
                new ArrayList<>(
                        online.values().stream()
                                .limit(NAMED)
                                .map(seat -> considered(seat, weight))
                                .toList());
        elsewhere.values().stream()
                .limit(NAMED - (long) named.size())
                .map(Floor::considered)
                .forEach(named::add);
        return named;
    }

    private static Considered considered(Seat seat, int weight) {
        Optional<Words> full =
                seat.hasRoomFor(weight)
                        ? Optional.empty()
                        : Optional.of(
                                new Words(
                                        "已满：" + seat.load() + "/" + seat.capacity(),
                                        "at capacity " + seat.load() + " of " + seat.capacity()));
        return new Considered(seat.agent(), seat.name(), seat.load(), seat.capacity(), full);
    }

    private static Considered considered(Availability agent) {
        Words presence =
                agent.presence() == Presence.BUSY
                        ? new Words("忙碌", "busy")
                        : new Words("离开", "away");
        return new Considered(
                agent.agent(), agent.name(), agent.load(), agent.capacity(), Optional.of(presence));
    }
}
