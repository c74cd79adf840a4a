package org.hotdesk.benchmark.bench;

import java.util.ArrayList;
import java.util.List;

/** Opening a conversation until the agent who is given it hears of it. */
final class OpenBench {
    private static final int VISITORS = 480;
    private static final int AGENTS = 6;
    private static final int MANY = 16;

    private final Site site;
    private final Database database;
    private final Conditions conditions;

    OpenBench(Site site, Database database, Conditions conditions) {
        this.site = site;
        this.database = database;
        this.conditions = conditions;
    }

    List<Figure> run() {
        try (var commits = BareCommits.in(database);
                var echo = EchoProcess.start()) {
            var figures = new ArrayList<Figure>();
            var meter = new Meter();
            var load = OpenLoad.arrive(site, site.agents(AGENTS), VISITORS, meter::record);
            for (int atOnce : new int[] {1, MANY}) {
                conditions.say("bare commits and a bare echo, c=" + atOnce);
                var kept = commits.measure(atOnce, conditions, BareCommits::opening);
                var carried = echo.measure(site.loop(), atOnce, conditions);
                conditions.say("open, c=" + atOnce);
                figures.addAll(figures("c=" + atOnce, bursts(load, meter, atOnce), kept, carried));
            }
            return figures;
        }
    }

    private Measured bursts(OpenLoad load, Meter meter, int atOnce) {
        int visitors = atOnce == 1 ? VISITORS / 4 : VISITORS;
        load.burst(visitors, atOnce);
        var rounds = new ArrayList<Measured>();
        for (int i = 0; i < conditions.rounds(); i++) {
            rounds.add(meter.during(() -> load.burst(visitors, atOnce), site::cpu));
        }
        return Measured.median(rounds);
    }

    private List<Figure> figures(String name, Measured open, Measured kept, Measured carried) {
        var both = " (baseline: bare commits + bare echo)";
        return List.of(
                Figure.beside(
                        name + " heard by the agent p50" + both,
                        open.p50Ms(),
                        "ms",
                        kept.p50Ms() + carried.p50Ms()),
                Figure.beside(
                        name + " heard by the agent p95" + both,
                        open.p95Ms(),
                        "ms",
                        kept.p95Ms() + carried.p95Ms()),
                Figure.beside(
                        name + " opened and assigned (baseline: bare commits)",
                        open.perSecond(),
                        "/s",
                        kept.perSecond()),
                Figure.alone(name + " CPU of the server, closing included", open.cpuMs(), "ms"));
    }
}
