package org.hotdesk.conversation;

import org.hotdesk.api.Words;
import org.hotdesk.api.routing.EntryPoint;
import org.hotdesk.api.routing.EntryPoints;
import org.hotdesk.api.routing.Replay.Question;
import org.hotdesk.api.routing.ReplayReport;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.staff.Teams;
import org.hotdesk.conversation.AttendanceTable.AttendanceRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Plays a past period twice, side by side: under the plans of then and under another one. It begins
 * a day earlier, so that both have their work in hand when it counts.
 */
@Component(service = ReplayRun.class)
public final class ReplayRun {
    static final Duration WARM_UP = Duration.ofDays(1);

    /** Nobody waits for the answer, and a busy machine must not change it. */
    private static final Duration BUDGET = Duration.ofSeconds(10);

    private final Tables tables;
    private final EntryPoints entryPoints;
    private final Turns turns;
    private final Chain chain;
    private final Placer placer;

    @Activate
    public ReplayRun(
            @Reference Tables tables,
            @Reference EntryPoints entryPoints,
            @Reference Teams teams,
            @Reference Strategies strategies,
            @Reference Turns turns) {
        this.tables = tables;
        this.entryPoints = entryPoints;
        this.turns = turns;
        chain = new Chain(strategies.aside(), BUDGET);
        placer = new Placer(strategies.aside(), team -> teams.find(team).isPresent(), BUDGET);
    }

    /**
     * Plays it.
     *
     * @param goesOn hears now and then how far it is, in per cent, and says whether to go on
     * @return empty when it was not to go on
     */
    Optional<ReplayReport> run(Question question, IntPredicate goesOn) {
        return new Play(question).run(goesOn);
    }

    /** One replay under way. */
    private final class Play {
        private final Question question;
        private final Instant begin;
        private final PastReader past;
        private final ReplayFigures figures;
        private final Simulation plan;
        private final Simulation candidate;
        private final Map<String, List<String>> plansOfThen = new HashMap<>();
        private final Map<String, Optional<TeamId>> doors = new HashMap<>();

        Play(Question question) {
            this.question = question;
            begin = question.from().minus(WARM_UP);
            past = new PastReader(tables, begin, question.to());
            figures = new ReplayFigures(question);
            plan = new Simulation(chain, turns, figures.ofPlan());
            candidate = new Simulation(chain, turns, figures.ofCandidate());
        }

        Optional<ReplayReport> run(IntPredicate goesOn) {
            tables.attendances().at(begin).forEach(row -> attend(row, begin));
            int played = 0;
            while (past.peek().isPresent()) {
                if (played++ % PastReader.PAGE == 0 && !goesOn.test(percent())) {
                    return Optional.empty();
                }
                Past one = past.next();
                changes(one.queued().since());
                arrive(one);
            }
            changes(question.to());
            for (Simulation world : List.of(plan, candidate)) {
                world.advance(question.to());
                world.stop();
            }
            Instant known = tables.attendances().first().orElse(question.to());
            return Optional.of(figures.report(known, !known.isAfter(begin)));
        }

        private int percent() {
            long whole = Duration.between(begin, question.to()).toMillis();
            long done =
                    past.peek()
                            .map(row -> Duration.between(begin, row.openedAt()).toMillis())
                            .orElse(whole);
            return Math.clamp(100 * done / Math.max(1, whole), 0, 99);
        }

        private void changes(Instant before) {
            while (past.peekChange().filter(row -> row.since().isBefore(before)).isPresent()) {
                AttendanceRow row = past.nextChange();
                attend(row, row.since());
            }
        }

        private void attend(AttendanceRow row, Instant at) {
            Attendance state = Json.read(row.state(), Attendance.class);
            figures.name(row.agent(), state.name());
            plan.attend(row.agent(), state, at);
            candidate.attend(row.agent(), state, at);
        }

        private void arrive(Past one) {
            figures.began(one);
            String key = one.received().reception().entryPoint();
            List<String> ofThen = planOfThen(key, one.received().reception().planRevision());
            plan.arrive(one, one.received(), ofThen);
            if (question.entryPoint().filter(other -> !other.equals(key)).isPresent()) {
                candidate.arrive(one, one.received(), ofThen);
                return;
            }
            TeamId team = doors.computeIfAbsent(key, this::teamOf).orElse(one.queued().team());
            Received elsewhere =
                    new Received(
                            one.received().arrival(),
                            placer.place(
                                    door(key, team, question.strategies()),
                                    one.received().arrival()));
            candidate.arrive(one, elsewhere, question.strategies());
        }

        private Optional<TeamId> teamOf(String key) {
            return entryPoints.find(key).map(point -> point.details().team());
        }

        private List<String> planOfThen(String key, long revision) {
            return plansOfThen.computeIfAbsent(
                    key + " " + revision,
                    both ->
                            tables.entryPoints()
                                    .revision(key, revision)
                                    .map(row -> row.toEntryPoint(Words.same(key)))
                                    .map(point -> point.details().strategies())
                                    .orElse(StoredEntryPoints.DEFAULT));
        }
    }

    private static EntryPoint door(String key, TeamId team, List<String> strategies) {
        return new EntryPoint(
                key,
                new EntryPoint.Details(Words.same(key), team, strategies),
                0,
                "",
                Instant.EPOCH);
    }
}
