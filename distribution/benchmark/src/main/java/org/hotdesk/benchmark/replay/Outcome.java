package org.hotdesk.benchmark.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.hotdesk.benchmark.client.Json;

import java.util.List;
import java.util.Locale;

/**
 * What came of a run.
 *
 * @param planned lines that were to be played
 * @param failures why conversations could not be played to their end
 */
record Outcome(
        int conversations,
        long planned,
        Tally tally,
        Comparison comparison,
        List<String> failures,
        double seconds) {

    /** Whether everything was played, acknowledged, delivered and kept as it was said. */
    boolean good() {
        var counts = tally().counts();
        return comparison.same()
                && failures.isEmpty()
                && counts.finished() == conversations
                && counts.acknowledged() == planned
                && counts.delivered() == planned;
    }

    ObjectNode json() {
        var counts = tally.counts();
        var json = Json.object();
        json.put("conversations", conversations).put("finished", counts.finished());
        json.put("planned", planned).put("messages", counts.sent());
        json.put("acknowledged", counts.acknowledged()).put("delivered", counts.delivered());
        json.put("lost", comparison.lost()).put("duplicated", comparison.duplicated());
        json.put("reordered", comparison.reordered()).put("changed", comparison.changed());
        json.put("gaps", comparison.gaps()).put("resent", counts.resent());
        json.put("breaks", counts.breaks());
        var toAgent = tally.toAgent();
        json.put("p50Ms", round(toAgent.p50())).put("p95Ms", round(toAgent.p95()));
        json.put("p99Ms", round(toAgent.p99()));
        var queued = tally.toFirstAgent();
        json.put("queuedP50Ms", round(queued.p50())).put("queuedP99Ms", round(queued.p99()));
        json.put("seconds", round(seconds)).put("good", good());
        var reasons = json.putArray("failures");
        failures.stream().limit(20).forEach(reasons::add);
        return json;
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    String table() {
        var counts = tally.counts();
        var text = new StringBuilder();
        row(text, "conversations", counts.finished() + " of " + conversations);
        row(text, "messages sent", counts.sent() + " of " + planned);
        row(text, "acknowledged", counts.acknowledged());
        row(text, "delivered", counts.delivered());
        row(text, "lost", comparison.lost());
        row(text, "duplicated", comparison.duplicated());
        row(text, "reordered", comparison.reordered());
        row(text, "changed", comparison.changed());
        row(text, "missing numbers", comparison.gaps());
        row(text, "visitor to agent", millis(tally.toAgent()));
        row(text, "opening to agent", millis(tally.toFirstAgent()) + ", waiting included");
        row(text, "broken connections", counts.breaks() + ", sent again " + counts.resent());
        row(text, "took", String.format(Locale.ROOT, "%.1f s", seconds));
        failures.stream().limit(5).forEach(reason -> row(text, "not played", reason));
        if (failures.size() > 5) {
            row(text, "", "and " + (failures.size() - 5) + " more");
        }
        return text.append(good() ? "Nothing is missing." : "This is not as it was played.")
                .toString();
    }

    private static void row(StringBuilder text, String name, Object value) {
        text.append(String.format(Locale.ROOT, "%-20s%s%n", name, value));
    }

    private static String millis(Tally.Times times) {
        return String.format(
                Locale.ROOT,
                "p50 %.1f  p95 %.1f  p99 %.1f ms",
                times.p50(),
                times.p95(),
                times.p99());
    }
}
