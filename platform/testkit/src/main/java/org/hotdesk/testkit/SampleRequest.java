package org.hotdesk.testkit;

import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.routing.Arrival;
import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.routing.RoutingRequest;
import org.hotdesk.api.staff.SkillLevel;
import org.hotdesk.api.staff.TeamId;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A waiting conversation made for a test: a chat in team 1, in English, unless said. */
public record SampleRequest(
        TeamId team,
        Arrival arrival,
        Instant queuedAt,
        Instant at,
        int weight,
        int priority,
        List<SkillLevel> required,
        List<Candidate> full,
        List<Candidate> candidates)
        implements RoutingRequest {
    public SampleRequest {
        required = List.copyOf(required);
        full = List.copyOf(full);
        candidates = List.copyOf(candidates);
    }

    private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");

    /** A request that nobody could take yet; add candidates. */
    public static SampleRequest request() {
        return new SampleRequest(
                new TeamId(1),
                SampleArrival.arrival(),
                MORNING,
                MORNING,
                1,
                0,
                List.of(),
                List.of(),
                List.of());
    }

    @Override
    public VisitorId visitor() {
        return arrival.visitor();
    }

    @Override
    public String language() {
        return arrival.language();
    }

    /** The same request in the queue of this team. */
    public SampleRequest team(long id) {
        return new SampleRequest(
                new TeamId(id),
                arrival,
                queuedAt,
                at,
                weight,
                priority,
                required,
                full,
                candidates);
    }

    /** The same request of a visitor who is known like this. */
    public SampleRequest of(Arrival person) {
        return new SampleRequest(
                team, person, queuedAt, at, weight, priority, required, full, candidates);
    }

    /** The same request of this visitor. */
    public SampleRequest visitor(long id) {
        return of(SampleArrival.arrival().language(language()).visitor(id));
    }

    /** The same request in this language, such as {@code zh-CN}. */
    public SampleRequest language(String tag) {
        return of(SampleArrival.arrival().visitor(visitor().value()).language(tag));
    }

    /** The same request, waiting since this time, such as {@code 2026-03-02T09:00:00Z}. */
    public SampleRequest queuedAt(String time) {
        return queuedAt(Instant.parse(time));
    }

    /** The same request, waiting since this time. */
    public SampleRequest queuedAt(Instant time) {
        return new SampleRequest(
                team, arrival, time, at, weight, priority, required, full, candidates);
    }

    /** The same request, looked at at this time. */
    public SampleRequest at(Instant time) {
        return new SampleRequest(
                team, arrival, queuedAt, time, weight, priority, required, full, candidates);
    }

    /** The same request with this weight. */
    public SampleRequest weight(int load) {
        return new SampleRequest(
                team, arrival, queuedAt, at, load, priority, required, full, candidates);
    }

    /** The same request with this priority. */
    public SampleRequest priority(int step) {
        return new SampleRequest(
                team, arrival, queuedAt, at, weight, step, required, full, candidates);
    }

    /** The same request, which also needs this skill. */
    public SampleRequest needs(String skill, int level) {
        return new SampleRequest(
                team,
                arrival,
                queuedAt,
                at,
                weight,
                priority,
                Stream.concat(required.stream(), Stream.of(new SkillLevel(skill, level))).toList(),
                full,
                candidates);
    }

    /** The same request with these agents who are online without room. */
    public SampleRequest full(Candidate... more) {
        return new SampleRequest(
                team,
                arrival,
                queuedAt,
                at,
                weight,
                priority,
                required,
                Stream.concat(full.stream(), Stream.of(more)).toList(),
                candidates);
    }

    /** The same request with these candidates after those it has. */
    public SampleRequest with(Candidate... more) {
        return new SampleRequest(
                team,
                arrival,
                queuedAt,
                at,
                weight,
                priority,
                required,
                full,
                Stream.concat(candidates.stream(), Stream.of(more)).toList());
    }
}
