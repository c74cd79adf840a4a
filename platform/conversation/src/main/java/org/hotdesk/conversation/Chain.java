package org.hotdesk.conversation;

import org.hotdesk.api.extension.ExtensionPoint;
import org.hotdesk.api.extension.Outcome;
import org.hotdesk.api.extension.Provenance;
import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.routing.Decision.Step;
import org.hotdesk.api.routing.Decision.Verdict;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.Preference.Choice;
import org.hotdesk.api.routing.RoutingStrategy;
import org.hotdesk.api.staff.AgentId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the strategies of a plan in turn; one that has no answer costs no more than its turn. */
final class Chain {
    static final Duration BUDGET = Duration.ofMillis(250);

    private final ExtensionPoint<RoutingStrategy> strategies;
    private final Duration budget;

    Chain(ExtensionPoint<RoutingStrategy> strategies) {
        this(strategies, BUDGET);
    }

    Chain(ExtensionPoint<RoutingStrategy> strategies, Duration budget) {
        this.strategies = strategies;
        this.budget = budget;
    }

    /** Nobody is made to wait for an agent longer than this after the wait began. */
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(10);

    /**
     * Who is left, best first, and what each strategy said.
     *
     * @param until how long the conversation is to wait for somebody; empty: it is routed now
     */
    record Ranking(List<Candidate> best, List<Step> steps, Optional<Instant> until) {}

    Ranking rank(List<String> plan, Waiting waiting) {
        List<Step> steps = new ArrayList<>(plan.size());
        Waiting left = waiting;
        for (String strategy : plan) {
            Answer answer = ask(strategy, left);
            steps.add(answer.step());
            left = left.with(answer.left());
            if (answer.until().isPresent()) {
                return new Ranking(left.candidates(), steps, answer.until());
            }
        }
        return new Ranking(left.candidates(), steps, Optional.empty());
    }

    private record Answer(Step step, List<Candidate> left, Optional<Instant> until) {}

    private Answer ask(String strategy, Waiting waiting) {
        Outcome<Preference> outcome =
                strategies.call(strategy, budget, extension -> extension.choose(waiting));
        return switch (outcome) {
            case Outcome.Answered<Preference> answered ->
                    take(strategy, waiting, answered.answer(), answered.by());
            case Outcome.Missing<Preference> missing ->
                    skip(strategy, waiting, Optional.empty(), Verdict.MISSING);
            case Outcome.TimedOut<Preference> slow ->
                    skip(strategy, waiting, Optional.of(slow.by()), Verdict.TIMED_OUT);
            case Outcome.CutOff<Preference> off ->
                    skip(strategy, waiting, Optional.of(off.by()), Verdict.CUT_OFF);
            case Outcome.Failed<Preference> failed ->
                    fail(strategy, waiting, failed.by(), failed.reason());
        };
    }

    private static Answer take(
            String strategy, Waiting waiting, Preference preference, Provenance by) {
        if (preference.hold().isPresent()) {
            return hold(strategy, waiting, preference.hold().get(), by);
        }
        if (preference.kept().isEmpty()) {
            return skip(strategy, waiting, Optional.of(by), Verdict.NO_OPINION);
        }
        Map<AgentId, Candidate> known = new LinkedHashMap<>();
        waiting.candidates().forEach(candidate -> known.put(candidate.agent(), candidate));
        List<Candidate> left = new ArrayList<>(preference.kept().size());
        for (Choice choice : preference.kept()) {
            Optional<Candidate> candidate = Optional.ofNullable(known.remove(choice.agent()));
            if (candidate.isEmpty()) {
                String reason = "It chose " + choice.agent() + ", who is no candidate, or twice.";
                return fail(strategy, waiting, by, reason);
            }
            left.add(candidate.get());
        }
        Step step =
                new Step(
                        strategy,
                        Optional.of(by),
                        Verdict.ANSWERED,
                        named(preference.kept()),
                        named(preference.leftOut()),
                        Optional.empty());
        return new Answer(step, left, Optional.empty());
    }

    /** A trace names the first ones; a large team would make it long. */
    private static List<Choice> named(List<Choice> choices) {
        return choices.size() > Floor.NAMED ? choices.subList(0, Floor.NAMED) : choices;
    }

    private static Answer hold(
            String strategy, Waiting waiting, Preference.Hold hold, Provenance by) {
        boolean busy =
                waiting.full().stream().anyMatch(agent -> agent.agent().equals(hold.agent()));
        if (!busy) {
            return fail(strategy, waiting, by, hold.agent() + " is nobody to wait for.");
        }
        Instant latest = waiting.queuedAt().plus(LONGEST_HOLD);
        Instant until = hold.until().isAfter(latest) ? latest : hold.until();
        Answer answer = skip(strategy, waiting, Optional.of(by), Verdict.NO_OPINION);
        return until.isAfter(waiting.at())
                ? new Answer(answer.step(), answer.left(), Optional.of(until))
                : answer;
    }

    private static Answer skip(
            String strategy, Waiting waiting, Optional<Provenance> by, Verdict verdict) {
        return unchanged(strategy, waiting, by, verdict, Optional.empty());
    }

    private static Answer fail(String strategy, Waiting waiting, Provenance by, String reason) {
        return unchanged(strategy, waiting, Optional.of(by), Verdict.FAILED, Optional.of(reason));
    }

    private static Answer unchanged(
            String strategy,
            Waiting waiting,
            Optional<Provenance> by,
            Verdict verdict,
            Optional<String> failure) {
        Step step = new Step(strategy, by, verdict, List.of(), List.of(), failure);
        return new Answer(step, waiting.candidates(), Optional.empty());
    }
}
