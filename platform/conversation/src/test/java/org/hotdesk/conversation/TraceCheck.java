package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.api.routing.Decision;
import org.hotdesk.api.routing.Decision.Considered;
import org.hotdesk.api.routing.Decision.Step;
import org.hotdesk.api.routing.Decision.Verdict;
import org.hotdesk.api.routing.Preference.Choice;
import org.hotdesk.api.staff.AgentId;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Recomputes from a trace who got the conversation, without the router's own code. */
final class TraceCheck {
    private TraceCheck() {}

    static void check(Decision decision) {
        Map<AgentId, Considered> candidates = new LinkedHashMap<>();
        for (Considered one : decision.considered()) {
            boolean hasRoom = one.load() < one.capacity();
            if (one.leftOut().isEmpty()) {
                assertThat(hasRoom).as("%s had room", one).isTrue();
                candidates.put(one.agent(), one);
            }
        }
        List<AgentId> left = List.copyOf(candidates.keySet());
        for (Step step : decision.steps()) {
            if (step.verdict() == Verdict.ANSWERED) {
                List<AgentId> kept = step.kept().stream().map(Choice::agent).toList();
                assertThat(left).as("%s keeps whom it was given", step).containsAll(kept);
                if (step.strategy().equals("load")) {
                    assertThat(kept).as("the least loaded").isEqualTo(least(left, candidates));
                }
                left = kept;
            }
        }
        assertThat(decision.chosen()).as("%s", decision).isEqualTo(left.getFirst());
    }

    private static List<AgentId> least(List<AgentId> left, Map<AgentId, Considered> candidates) {
        int least = left.stream().mapToInt(one -> load(one, candidates)).min().orElseThrow();
        return left.stream().filter(one -> load(one, candidates) == least).toList();
    }

    private static int load(AgentId agent, Map<AgentId, Considered> candidates) {
        return Objects.requireNonNull(candidates.get(agent)).load();
    }
}
