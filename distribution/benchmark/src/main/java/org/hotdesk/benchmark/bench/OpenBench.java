package org.hotdesk.benchmark.bench;

import java.time.Duration;

/** Opening a conversation until the agent who is given it hears of it. */
final class OpenBench {
    private static final int VISITORS = 480;
    private static final int AGENTS = 6;

    /** A server that has just started is slow until its code is compiled. */
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private final Site site;
    private final Database database;
    private final Conditions conditions;

    OpenBench(Site site, Database database, Conditions conditions) {
        this.site = site;
        this.database = database;
        this.conditions = conditions;
    }

    void run() {
        try (var commits = BareCommits.in(database);
                var echo = EchoProcess.start()) {
            var meter = new Meter();
            conditions.say(VISITORS + " visitors and " + AGENTS + " agents arrive");
            var load = OpenLoad.arrive(site, site.agents(AGENTS), VISITORS, meter::record);
            int many = conditions.connections();
            conditions.say("warming up for " + WARM_UP.toSeconds() + " s");
            meter.over(WARM_UP, load.bursts(VISITORS, many), site::cpu);
            compare(1, commits, echo, load.bursts(VISITORS / 4, 1), meter);
            if (many > 1) {
                compare(many, commits, echo, load.bursts(VISITORS, many), meter);
            }
        }
    }

    private void compare(
            int atOnce, BareCommits commits, EchoProcess echo, Meter.Stretch bursts, Meter meter) {
        conditions.say("bare commits, c=" + atOnce);
        var kept = commits.measure(atOnce, conditions, BareCommits::opening);
        conditions.say("bare echo, c=" + atOnce);
        var carried = echo.measure(site.loop(), atOnce, conditions);
        conditions.say("open, c=" + atOnce);
        tell("c=" + atOnce, meter.rounds(conditions, bursts, site::cpu), kept, carried);
    }

    private void tell(String name, Measured open, Measured kept, Measured carried) {
        var both = " (baseline: bare commits + bare echo)";
        conditions.found(
                Figure.beside(
                        name + " heard by the agent p50" + both,
                        open.p50Ms(),
                        "ms",
                        kept.p50Ms() + carried.p50Ms()));
        conditions.found(
                Figure.beside(
                        name + " heard by the agent p95" + both,
                        open.p95Ms(),
                        "ms",
                        kept.p95Ms() + carried.p95Ms()));
        conditions.found(
                Figure.beside(
                        name + " opened and assigned (baseline: bare commits)",
                        open.perSecond(),
                        "/s",
                        kept.perSecond()));
        if (site.server().isPresent()) {
            conditions.found(Figure.alone(name + " CPU of the server each", open.cpuMs(), "ms"));
        }
    }
}
