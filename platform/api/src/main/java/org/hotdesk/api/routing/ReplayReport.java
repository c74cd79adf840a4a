package org.hotdesk.api.routing;

import org.hotdesk.api.staff.AgentId;

import java.time.Instant;
import java.util.List;

/**
 * What came of a replay, three times beside each other: as it was in fact; as the simulation has it
 * under the plans of then, which tells how far it is to be trusted; and under the other plan.
 *
 * @param attendanceSince from when on it is known who was at work
 * @param attendanceWhole whether that is known for the whole period and the day before it
 * @param conversations how many began in the period
 * @param differing how many the other plan gave to somebody else than had them in fact
 * @param differingFromPlan how many it gave to somebody else than the simulation of the plans of
 *     then did
 * @param agents everybody who had any, most first, at most 500
 * @param slots the period in equal parts
 */
public record ReplayReport(
        Instant attendanceSince,
        boolean attendanceWhole,
        long conversations,
        Outcome fact,
        Outcome plan,
        Outcome candidate,
        long differing,
        long differingFromPlan,
        List<AgentShare> agents,
        List<Slot> slots) {
    public ReplayReport {
        agents = List.copyOf(agents);
        slots = List.copyOf(slots);
    }

    /**
     * How the conversations of the period went. Waits are those of the served, in seconds.
     *
     * @param waiting those who still waited at its end
     */
    public record Outcome(
            long served,
            long abandoned,
            long waiting,
            long meanWait,
            long medianWait,
            long p90Wait,
            long longestWait) {}

    /** What one agent had. */
    public record AgentShare(AgentId agent, String name, Share fact, Share plan, Share candidate) {}

    /**
     * How much somebody had.
     *
     * @param assigned conversations of the period
     * @param busySeconds how long they lasted, added up
     */
    public record Share(long assigned, long busySeconds) {}

    /**
     * Those who came in one part of the period, and how long they waited, in seconds on average.
     */
    public record Slot(
            Instant from, long arrivals, long factWait, long planWait, long candidateWait) {}
}
