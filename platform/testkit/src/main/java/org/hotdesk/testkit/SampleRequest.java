package org.hotdesk.testkit;

import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.routing.RoutingRequest;
import org.hotdesk.api.staff.TeamId;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A waiting conversation made for a test: a chat in team 1, in English, unless said. */
public record SampleRequest(
        TeamId team,
        VisitorId visitor,
        String language,
        Instant queuedAt,
        int weight,
        List<Candidate> candidates)
        implements RoutingRequest {
    public SampleRequest {
        candidates = List.copyOf(candidates);
    }

    /** A request that nobody could take yet; add candidates. */
    public static SampleRequest request() {
        return new SampleRequest(
                new TeamId(1),
                new VisitorId(1),
                "en",
                Instant.parse("2026-03-02T09:00:00Z"),
                1,
                List.of());
    }

    /** The same request in the queue of this team. */
    public SampleRequest team(long id) {
        return new SampleRequest(new TeamId(id), visitor, language, queuedAt, weight, candidates);
    }

    /** The same request of this visitor. */
    public SampleRequest visitor(long id) {
        return new SampleRequest(team, new VisitorId(id), language, queuedAt, weight, candidates);
    }

    /** The same request in this language, such as {@code zh-CN}. */
    public SampleRequest language(String tag) {
        return new SampleRequest(team, visitor, tag, queuedAt, weight, candidates);
    }

    /** The same request, waiting since this time, such as {@code 2026-03-02T09:00:00Z}. */
    public SampleRequest queuedAt(String time) {
        return new SampleRequest(team, visitor, language, Instant.parse(time), weight, candidates);
    }

    /** The same request with this weight. */
    public SampleRequest weight(int load) {
        return new SampleRequest(team, visitor, language, queuedAt, load, candidates);
    }

    /** The same request with these candidates after those it has. */
    public SampleRequest with(Candidate... more) {
        return new SampleRequest(
                team,
                visitor,
                language,
                queuedAt,
                weight,
                Stream.concat(candidates.stream(), Stream.of(more)).toList());
    }
}
