package org.hotdesk.conversation;

import org.hotdesk.api.routing.Decision;

import java.util.List;

/** The decision traces, as JSON beside their conversations. */
final class Traces {
    private final DecisionTable table;

    Traces(DecisionTable table) {
        this.table = table;
    }

    void keep(List<Decision> decisions) {
        table.insert(
                decisions.stream()
                        .map(
                                decision ->
                                        new DecisionTable.DecisionRow(
                                                decision.conversation().value(),
                                                Json.write(decision)))
                        .toList());
    }

    List<Decision> of(long conversation) {
        return table.of(conversation).stream()
                .map(trace -> Json.read(trace, Decision.class))
                .toList();
    }
}
