package org.hotdesk.api.routing;

import java.time.Instant;
import java.util.List;

/**
 * A candidate plan next to the live one of an entry point: it decides silently, after each live
 * decision, on what that one saw.
 *
 * @param revision grows with every candidate of this entry point
 * @param decided conversations that both plans have decided about
 * @param agreed those of them that both gave to the same agent
 * @param dropped live decisions that were not compared, because the shadow did not keep up or
 *     failed
 */
public record Shadow(
        String entryPoint,
        long revision,
        List<String> strategies,
        String startedBy,
        Instant startedAt,
        long decided,
        long agreed,
        long dropped) {
    public Shadow {
        strategies = List.copyOf(strategies);
    }
}
