package org.hotdesk.benchmark.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A visitor's message until it is kept and the agent's connection has it. */
final class ChatBench {
    private static final int MANY = 16;
    private static final int AGENTS = 8;

    /** A server that has just started is slow until its code is compiled. */
    private static final Duration WARM_UP = Duration.ofSeconds(8);

    private final Site site;
    private final Database database;
    private final Conditions conditions;
    private final List<Figure> figures = new ArrayList<>();

    ChatBench(Site site, Database database, Conditions conditions) {
        this.site = site;
        this.database = database;
        this.conditions = conditions;
    }

    /** What each is to be compared with: bare commits for keeping, a bare echo for carrying. */
    private record Baseline(Measured commits, Measured echo) {}

    List<Figure> run() {
        try (var commits = BareCommits.in(database);
                var echo = EchoProcess.start()) {
            var alone = baseline(commits, echo, 1);
            var many = baseline(commits, echo, MANY);
            var meter = new Meter();
            var load = ChatLoad.open(site, site.agents(AGENTS), MANY, meter::record);
            conditions.say("warming up");
            load.run(MANY);
            meter.over(WARM_UP, site::cpu);
            var one = measure("c=1", meter, load, 1);
            beside("c=1", one, alone);
            var sixteen = measure("c=" + MANY, meter, load, MANY);
            beside("c=" + MANY, sixteen, many);
            if (conditions.idle() > 0) {
                crowded(echo, meter, load, List.of(one, sixteen));
            }
            load.run(0);
            return figures;
        }
    }

    private Baseline baseline(BareCommits commits, EchoProcess echo, int threads) {
        conditions.say("bare commits and a bare echo, c=" + threads);
        var kept = commits.measure(threads, conditions, BareCommits::message);
        return new Baseline(kept, echo.measure(site.loop(), threads, conditions));
    }

    private Measured measure(String name, Meter meter, ChatLoad load, int lanes) {
        conditions.say("chat " + name);
        load.run(lanes);
        var measured = meter.rounds(conditions, site::cpu);
        load.check();
        return measured;
    }

    private void beside(String name, Measured chat, Baseline baseline) {
        var kept = baseline.commits();
        var echo = baseline.echo();
        add(
                name + " p50 (baseline: bare commit + bare echo)",
                chat.p50Ms(),
                "ms",
                kept.p50Ms() + echo.p50Ms());
        add(
                name + " p95 (baseline: bare commit + bare echo)",
                chat.p95Ms(),
                "ms",
                kept.p95Ms() + echo.p95Ms());
        add(
                name + " p99 (baseline: bare commit + bare echo)",
                chat.p99Ms(),
                "ms",
                kept.p99Ms() + echo.p99Ms());
        add(name + " messages (baseline: bare commits)", chat.perSecond(), "/s", kept.perSecond());
        add(name + " messages (baseline: bare echo)", chat.perSecond(), "/s", echo.perSecond());
        if (site.server().isPresent()) {
            add(
                    name + " CPU of the server a message (baseline: bare echo)",
                    chat.cpuMs(),
                    "ms",
                    echo.cpuMs());
        }
    }

    private void add(String name, double value, String unit, double baseline) {
        figures.add(Figure.beside(name, value, unit, baseline));
    }

    private void crowded(EchoProcess echo, Meter meter, ChatLoad load, List<Measured> quiet) {
        load.run(0);
        conditions.say(conditions.idle() + " idle connections");
        var arrivals = site.visitors(conditions.idle());
        var heapBefore = site.server().flatMap(server -> Optional.of(server.heapMb()));
        var residentBefore = site.server().flatMap(server -> Optional.of(server.residentMb()));
        try (var crowd = Crowd.gather(site, arrivals)) {
            var name = " among " + conditions.idle() + " idle";
            if (heapBefore.isPresent() && heapBefore.get().isPresent()) {
                var server = site.server().orElseThrow();
                double heap = server.heapMb().orElse(0) - heapBefore.get().getAsDouble();
                double bare = echo.idleKilobytes(site.loop(), conditions.idle());
                add("heap an idle connection (baseline: bare echo)", perIdle(heap), "KB", bare);
                double resident =
                        server.residentMb().orElse(0) - residentBefore.orElseThrow().orElse(0);
                figures.add(
                        Figure.alone(
                                "resident memory an idle connection", perIdle(resident), "KB"));
            }
            compare("c=1" + name, measure("c=1" + name, meter, load, 1), quiet.getFirst());
            var many = "c=" + MANY + name;
            compare(many, measure(many, meter, load, MANY), quiet.getLast());
            figures.add(
                    Figure.beside(
                            "idle connections at the end",
                            (double) crowd.present(),
                            "",
                            conditions.idle()));
        }
    }

    private double perIdle(double megabytes) {
        return megabytes * 1024 / conditions.idle();
    }

    private void compare(String name, Measured crowded, Measured quiet) {
        add(name + " p50 (baseline: without)", crowded.p50Ms(), "ms", quiet.p50Ms());
        add(name + " p95 (baseline: without)", crowded.p95Ms(), "ms", quiet.p95Ms());
        add(name + " p99 (baseline: without)", crowded.p99Ms(), "ms", quiet.p99Ms());
        add(name + " messages (baseline: without)", crowded.perSecond(), "/s", quiet.perSecond());
        if (site.server().isPresent()) {
            add(
                    name + " CPU of the server a message (baseline: without)",
                    crowded.cpuMs(),
                    "ms",
                    quiet.cpuMs());
        }
    }
}
