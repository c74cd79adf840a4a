package org.hotdesk.benchmark.bench;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/** A visitor's message until it is kept and the agent's connection has it. */
final class ChatBench {
    private static final int AGENTS = 8;

    /** A server that has just started is slow until its code is compiled. */
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private final Site site;
    private final Database database;
    private final Conditions conditions;

    ChatBench(Site site, Database database, Conditions conditions) {
        this.site = site;
        this.database = database;
        this.conditions = conditions;
    }

    /** What each is to be compared with: bare commits for keeping, a bare echo for carrying. */
    private record Baseline(Measured commits, Measured echo) {}

    void run() {
        try (var commits = BareCommits.in(database);
                var echo = EchoProcess.start()) {
            int many = conditions.connections();
            conditions.say(many + " visitors and " + AGENTS + " agents arrive");
            var meter = new Meter();
            var load = ChatLoad.open(site, site.agents(AGENTS), many, meter::record);
            conditions.say("warming up for " + WARM_UP.toSeconds() + " s");
            load.run(many);
            meter.over(WARM_UP, site::cpu);
            var one = compare(1, commits, echo, meter, load);
            var busy = many == 1 ? one : compare(many, commits, echo, meter, load);
            if (conditions.idle() > 0) {
                crowded(echo, meter, load, List.of(one, busy));
            }
        }
    }

    private Measured compare(
            int lanes, BareCommits commits, EchoProcess echo, Meter meter, ChatLoad load) {
        load.run(0);
        conditions.say("bare commits, c=" + lanes);
        var kept = commits.measure(lanes, conditions, BareCommits::message);
        conditions.say("bare echo, c=" + lanes);
        var carried = echo.measure(site.loop(), lanes, conditions);
        var name = "c=" + lanes;
        var chat = measure(name, meter, load, lanes);
        beside(name, chat, new Baseline(kept, carried));
        return chat;
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
        conditions.found(Figure.beside(name, value, unit, baseline));
    }

    private void crowded(EchoProcess echo, Meter meter, ChatLoad load, List<Measured> quiet) {
        load.run(0);
        int idle = conditions.idle();
        conditions.say(idle + " visitors arrive who will do nothing");
        var arrivals = site.visitors(idle, come -> conditions.say("  " + come + " of " + idle));
        double heapBefore = heap();
        double residentBefore = resident();
        // Before the crowd comes: a process may not be allowed to have as many again.
        double bare = Double.isNaN(heapBefore) ? 0 : echo.idleKilobytes(site.loop(), idle);
        conditions.say(idle + " idle connections");
        try (var crowd = Crowd.gather(site, arrivals, conditions)) {
            if (!Double.isNaN(heapBefore)) {
                double heap = heap() - heapBefore;
                double resident = resident() - residentBefore;
                add("heap an idle connection (baseline: bare echo)", perIdle(heap), "KB", bare);
                conditions.found(
                        Figure.alone(
                                "resident memory an idle connection", perIdle(resident), "KB"));
            }
            var name = " among " + idle + " idle";
            int many = conditions.connections();
            compare("c=1" + name, measure("c=1" + name, meter, load, 1), quiet.getFirst());
            if (many > 1) {
                var busy = "c=" + many + name;
                compare(busy, measure(busy, meter, load, many), quiet.getLast());
            }
            add("idle connections at the end", (double) crowd.present(), "", idle);
        }
    }

    /** In MB; not a number where it cannot be seen. */
    private double heap() {
        return site.server().map(Watched::heapMb).orElse(OptionalDouble.empty()).orElse(Double.NaN);
    }

    private double resident() {
        return site.server()
                .map(Watched::residentMb)
                .orElse(OptionalDouble.empty())
                .orElse(Double.NaN);
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
