package org.hotdesk.conversation;

import org.hotdesk.api.routing.Arrival;
import org.hotdesk.api.routing.Decision.Considered;
import org.hotdesk.api.routing.EntryPoint;
import org.hotdesk.api.routing.Trial;
import org.hotdesk.api.staff.Slots;
import org.hotdesk.api.staff.Teams;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks plans what they would do, by the code that decides in earnest; nothing comes of it. Its
 * calls of strategies are apart from those that count.
 */
@Component(service = Trials.class)
public final class Trials {
    private final Slots slots;
    private final Chain chain;
    private final Placer placer;

    @Activate
    public Trials(
            @Reference Slots slots, @Reference Teams teams, @Reference Strategies strategies) {
        this.slots = slots;
        chain = new Chain(strategies.aside());
        placer = new Placer(strategies.aside(), team -> teams.find(team).isPresent());
    }

    /** Where the plan would put somebody who comes. */
    Received receive(EntryPoint plan, Arrival arrival) {
        return new Received(arrival, placer.place(plan, arrival));
    }

    /** Whom the plan would choose among those who are in the team now. */
    Trial now(EntryPoint plan, Queued queued, Received received, Instant at) {
        Floor floor = new Floor(slots.ofTeam(queued.team()));
        int weight = queued.weight();
        Waiting waiting =
                new Waiting(queued, received, at, floor.full(weight), floor.candidates(weight));
        return decide(plan, waiting, floor.considered(weight));
    }

    /** Whom the plan would choose among these. */
    Trial decide(EntryPoint plan, Waiting waiting, List<Considered> considered) {
        if (waiting.candidates().isEmpty()) {
            return new Trial(
                    waiting.received().reception(),
                    Optional.empty(),
                    Optional.empty(),
                    considered,
                    List.of());
        }
        Chain.Ranking ranking = chain.rank(plan.details().strategies(), waiting);
        return new Trial(
                waiting.received().reception(),
                ranking.until().isPresent()
                        ? Optional.empty()
                        : Optional.of(ranking.best().getFirst().agent()),
                ranking.until(),
                considered,
                ranking.steps());
    }
}
