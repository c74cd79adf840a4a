package org.hotdesk.conversation;

import org.hotdesk.api.extension.ExtensionPoint;
import org.hotdesk.api.extension.Outcome;
import org.hotdesk.api.extension.Provenance;
import org.hotdesk.api.routing.Arrival;
import org.hotdesk.api.routing.Decision.Verdict;
import org.hotdesk.api.routing.EntryPoint;
import org.hotdesk.api.routing.Placement;
import org.hotdesk.api.routing.Reception;
import org.hotdesk.api.routing.Reception.Step;
import org.hotdesk.api.routing.RoutingStrategy;
import org.hotdesk.api.staff.SkillLevel;
import org.hotdesk.api.staff.TeamId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Asks the strategies of a plan where a new conversation belongs. */
final class Placer {
    private final ExtensionPoint<RoutingStrategy> strategies;
    private final Predicate<TeamId> teams;
    private final Duration budget;

    Placer(ExtensionPoint<RoutingStrategy> strategies, Predicate<TeamId> teams) {
        this(strategies, teams, Chain.BUDGET);
    }

    Placer(ExtensionPoint<RoutingStrategy> strategies, Predicate<TeamId> teams, Duration budget) {
        this.strategies = strategies;
        this.teams = teams;
        this.budget = budget;
    }

    Reception place(EntryPoint entry, Arrival arrival) {
        List<Step> steps = new ArrayList<>();
        Optional<TeamId> team = Optional.empty();
        Optional<Integer> priority = Optional.empty();
        Map<String, SkillLevel> skills = new TreeMap<>();
        for (String strategy : entry.details().strategies()) {
            Step step = ask(strategy, arrival);
            steps.add(step);
            if (step.placement().isPresent()) {
                Placement placement = step.placement().get();
                team = team.or(placement::team);
                priority = priority.or(placement::priority);
                placement
                        .skills()
                        .forEach(skill -> skills.merge(skill.skill(), skill, Placer::higher));
            }
        }
        return new Reception(
                entry.key(),
                entry.revision(),
                team.orElse(entry.details().team()),
                priority.orElse(0),
                List.copyOf(skills.values()),
                steps);
    }

    private static SkillLevel higher(SkillLevel one, SkillLevel other) {
        return one.level() >= other.level() ? one : other;
    }

    private Step ask(String strategy, Arrival arrival) {
        Outcome<Optional<Placement>> outcome =
                strategies.call(strategy, budget, extension -> extension.place(arrival));
        return switch (outcome) {
            case Outcome.Answered<Optional<Placement>> answered ->
                    take(strategy, answered.answer(), answered.by());
            case Outcome.Missing<Optional<Placement>> missing ->
                    silent(strategy, Optional.empty(), Verdict.MISSING);
            case Outcome.TimedOut<Optional<Placement>> slow ->
                    silent(strategy, Optional.of(slow.by()), Verdict.TIMED_OUT);
            case Outcome.CutOff<Optional<Placement>> off ->
                    silent(strategy, Optional.of(off.by()), Verdict.CUT_OFF);
            case Outcome.Failed<Optional<Placement>> failed ->
                    failed(strategy, failed.by(), failed.reason());
        };
    }

    private Step take(String strategy, Optional<Placement> placement, Provenance by) {
        Optional<TeamId> unknown = placement.flatMap(Placement::team).filter(teams.negate());
        if (unknown.isPresent()) {
            return failed(strategy, by, "There is no team " + unknown.get() + ".");
        }
        Verdict verdict = placement.isPresent() ? Verdict.ANSWERED : Verdict.NO_OPINION;
        return new Step(strategy, Optional.of(by), verdict, placement, Optional.empty());
    }

    private static Step silent(String strategy, Optional<Provenance> by, Verdict verdict) {
        return new Step(strategy, by, verdict, Optional.empty(), Optional.empty());
    }

    private static Step failed(String strategy, Provenance by, String reason) {
        return new Step(
                strategy, Optional.of(by), Verdict.FAILED, Optional.empty(), Optional.of(reason));
    }
}
