package org.hotdesk.rest;

import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.routing.Decision;
import org.hotdesk.api.routing.Preference.Choice;
import org.hotdesk.api.staff.AgentId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A decision trace, and the same in one sentence: why this one, and why not the others. */
record ExplainedDecision(
        ConversationId conversation,
        Instant at,
        AgentId chosen,
        long planRevision,
        List<Decision.Considered> considered,
        List<Decision.Step> steps,
        Words summary) {
    private static final int OTHERS = 8;

    static ExplainedDecision of(Decision decision) {
        return new ExplainedDecision(
                decision.conversation(),
                decision.at(),
                decision.chosen(),
                decision.planRevision(),
                decision.considered(),
                decision.steps(),
                new Words(
                        sentence(decision, Words::zhCn, new Marks("已选", "：", "，", "；未选：", "；")),
                        sentence(
                                decision,
                                Words::en,
                                new Marks("chosen ", ": ", ", ", "; left out: ", "; "))));
    }

    /** The words and marks of a language between which the names and reasons stand. */
    private record Marks(String chosen, String because, String and, String leftOut, String next) {}

    private static String sentence(
            Decision decision, Function<Words, String> language, Marks marks) {
        Map<AgentId, String> names =
                decision.considered().stream()
                        .collect(
                                Collectors.toMap(
                                        Decision.Considered::agent,
                                        Decision.Considered::name,
                                        (one, same) -> one));
        Function<AgentId, String> nameOf = agent -> names.getOrDefault(agent, "#" + agent);
        String reasons =
                decision.steps().stream()
                        .flatMap(step -> step.kept().stream())
                        .filter(choice -> choice.agent().equals(decision.chosen()))
                        .map(choice -> language.apply(choice.reason()))
                        .distinct()
                        .collect(Collectors.joining(marks.and()));
        List<String> others = new ArrayList<>();
        leftOut(decision)
                .forEach(
                        (agent, reason) ->
                                others.add(
                                        nameOf.apply(agent)
                                                + marks.because()
                                                + language.apply(reason)));
        String chosen = marks.chosen() + nameOf.apply(decision.chosen());
        String because = reasons.isEmpty() ? "" : marks.because() + reasons;
        String rest = others.isEmpty() ? "" : marks.leftOut() + String.join(marks.next(), others);
        return chosen + because + rest;
    }

    /**
     * The first few, with the first reason each: why no candidate, or which strategy dropped them.
     */
    private static Map<AgentId, Words> leftOut(Decision decision) {
        Map<AgentId, Words> reasons = new LinkedHashMap<>();
        for (Decision.Step step : decision.steps()) {
            for (Choice choice : step.leftOut()) {
                note(reasons, choice.agent(), choice.reason());
            }
        }
        for (Decision.Considered one : decision.considered()) {
            Optional<Words> reason = one.leftOut();
            reason.ifPresent(words -> note(reasons, one.agent(), words));
        }
        return reasons;
    }

    private static void note(Map<AgentId, Words> reasons, AgentId agent, Words reason) {
        if (reasons.size() < OTHERS) {
            reasons.putIfAbsent(agent, reason);
        }
    }
}
