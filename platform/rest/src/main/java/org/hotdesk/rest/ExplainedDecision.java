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
                summary(
                        new Told(
                                Optional.of(decision.chosen()),
                                false,
                                decision.considered(),
                                decision.steps())));
    }

    /**
     * What there is to tell in a sentence.
     *
     * @param chosen empty: nobody gets it now
     * @param waits whether that is because it waits for one agent
     */
    record Told(
            Optional<AgentId> chosen,
            boolean waits,
            List<Decision.Considered> considered,
            List<Decision.Step> steps) {

        private Function<AgentId, String> names() {
            Map<AgentId, String> names =
                    considered.stream()
                            .collect(
                                    Collectors.toMap(
                                            Decision.Considered::agent,
                                            Decision.Considered::name,
                                            (one, same) -> one));
            return agent -> names.getOrDefault(agent, "#" + agent);
        }
    }

    /** Why this one, and why not the others. */
    static Words summary(Told told) {
        return new Words(
                sentence(
                        told,
                        Words::zhCn,
                        new Marks("已选", "等待所熟悉的客服", "暂无客服可接", "：", "，", "；未选：", "；")),
                sentence(
                        told,
                        Words::en,
                        new Marks(
                                "chosen ",
                                "waits for one agent",
                                "nobody can take it now",
                                ": ",
                                ", ",
                                "; left out: ",
                                "; ")));
    }

    /** The words and marks of a language between which the names and reasons stand. */
    private record Marks(
            String chosen,
            String waits,
            String nobody,
            String because,
            String and,
            String leftOut,
            String next) {}

    private static String sentence(Told told, Function<Words, String> language, Marks marks) {
        Function<AgentId, String> nameOf = told.names();
        String reasons =
                told.steps().stream()
                        .flatMap(step -> step.kept().stream())
                        .filter(choice -> told.chosen().filter(choice.agent()::equals).isPresent())
                        .map(choice -> language.apply(choice.reason()))
                        .distinct()
                        .collect(Collectors.joining(marks.and()));
        List<String> others = new ArrayList<>();
        leftOut(told)
                .forEach(
                        (agent, reason) ->
                                others.add(
                                        nameOf.apply(agent)
                                                + marks.because()
                                                + language.apply(reason)));
        String chosen =
                told.chosen()
                        .map(agent -> marks.chosen() + nameOf.apply(agent))
                        .orElse(told.waits() ? marks.waits() : marks.nobody());
        String because = reasons.isEmpty() ? "" : marks.because() + reasons;
        String rest = others.isEmpty() ? "" : marks.leftOut() + String.join(marks.next(), others);
        return chosen + because + rest;
    }

    /**
     * The first few, with the first reason each: why no candidate, or which strategy dropped them.
     */
    private static Map<AgentId, Words> leftOut(Told told) {
        Map<AgentId, Words> reasons = new LinkedHashMap<>();
        for (Decision.Step step : told.steps()) {
            for (Choice choice : step.leftOut()) {
                note(reasons, choice.agent(), choice.reason());
            }
        }
        for (Decision.Considered one : told.considered()) {
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
