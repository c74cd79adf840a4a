package org.hotdesk.routing.source;

import org.hotdesk.api.Words;
import org.hotdesk.api.routing.Arrival;
import org.hotdesk.api.routing.Placement;

import java.util.List;

/** Conditions, and where conversations go that fulfil them: every one of all, and one of any. */
record Rule(List<Condition> all, List<Condition> any, Placement placement) {

    boolean applies(Arrival arrival) {
        return all.stream().allMatch(condition -> condition.holds(arrival))
                && (any.isEmpty() || any.stream().anyMatch(condition -> condition.holds(arrival)));
    }

    static Words because(String name) {
        return new Words("规则“" + name + "”", "rule “" + name + "”");
    }
}
