package org.hotdesk.conversation;

import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.routing.Arrival;
import org.hotdesk.api.routing.Reception;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.conversation.ReplayTable.PastRow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A conversation of the past: who came when, and what became of it.
 *
 * @param service how long it lasted once an agent had it, or would have
 * @param patience after how long the visitor gave up; empty: they did not
 */
record Past(
        long id,
        Queued queued,
        Received received,
        Optional<Long> agent,
        Optional<Duration> waited,
        Duration service,
        Optional<Duration> patience) {

    /**
     * As it was kept.
     *
     * @param usual how long one lasts that nobody had, or that goes on
     */
    static Past of(PastRow row, Duration usual) {
        Optional<Instant> assigned = row.agent().flatMap(agent -> row.assignedAt());
        Queued queued =
                new Queued(
                        new TeamId(row.team()),
                        new VisitorId(row.visitor()),
                        row.language(),
                        row.openedAt(),
                        row.weight(),
                        row.priority());
        return new Past(
                row.id(),
                queued,
                received(row, queued),
                row.agent(),
                assigned.map(at -> between(row.openedAt(), at)),
                assigned.flatMap(at -> row.closedAt().map(end -> between(at, end))).orElse(usual),
                row.agent().isPresent()
                        ? Optional.empty()
                        : row.closedAt().map(end -> between(row.openedAt(), end)));
    }

    private static Received received(PastRow row, Queued queued) {
        if (row.arrival().isEmpty() || row.reception().isEmpty()) {
            return Received.unknown(queued);
        }
        Arrival arrival = Json.read(row.arrival().get(), Arriving.class);
        return new Received(arrival, Json.read(row.reception().get(), Reception.class));
    }

    private static Duration between(Instant from, Instant to) {
        return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }
}
