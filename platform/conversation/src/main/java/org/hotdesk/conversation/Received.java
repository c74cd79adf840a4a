package org.hotdesk.conversation;

import org.hotdesk.api.customer.Source;
import org.hotdesk.api.routing.Arrival;
import org.hotdesk.api.routing.EntryPoint;
import org.hotdesk.api.routing.Reception;
import org.hotdesk.api.staff.TeamId;

import java.util.List;
import java.util.Optional;

/** Who came, and where they were put. */
record Received(Arrival arrival, Reception reception) {

    /** What there is to know of a conversation that began before any of this was kept. */
    static Received unknown(Queued queued) {
        TeamId team = queued.team();
        String entryPoint = EntryPoint.of(team);
        Arrival arrival =
                new Arriving(
                        "web",
                        entryPoint,
                        queued.visitor(),
                        Optional.empty(),
                        queued.language(),
                        Source.unknown(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty());
        return new Received(arrival, new Reception(entryPoint, 0, team, 0, List.of(), List.of()));
    }
}
