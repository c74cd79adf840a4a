package org.hotdesk.benchmark.bench;

import org.HdrHistogram.Histogram;

import java.nio.file.Path;
import java.util.List;

/** What it costs the people who are served when a bundle is replaced under load. */
final class SwapBench {
    private static final int SWAPS = 20;
    private static final int REQUESTS = 50_000;
    private static final int CLIENTS = 8;

    private final Site site;
    private final Path folder;
    private final Conditions conditions;

    SwapBench(Site site, Path folder, Conditions conditions) {
        this.site = site;
        this.folder = folder;
        this.conditions = conditions;
    }

    void run() {
        strategy();
        resources();
    }

    private void strategy() {
        conditions.say(SWAPS + " swaps of a strategy while conversations are opened and go on");
        var desks = site.agents(4);
        var openings = new Pauses();
        var load = OpenLoad.arrive(site, desks, CLIENTS, _ -> openings.completed());
        var chat = ChatLoad.open(site, desks, CLIENTS, _ -> {});
        desks.forEach(desk -> desk.hears(load.and(desk.agent(), chat)));
        load.runEndlessly(CLIENTS);
        chat.run(CLIENTS);
        var swaps = new Swaps(site, PluginJar.shipped("org.hotdesk.routing-round-robin"), openings);
        var found = swaps.run(SWAPS, REQUESTS, () -> load.requests() + chat.sent());
        load.stop();
        chat.run(0);
        load.failure().ifPresent(conditions::say);
        conditions.found(count("strategy: requests", load.requests() + chat.sent()));
        conditions.found(count("strategy: of them openings and closings", load.requests()));
        conditions.found(count("strategy: failed requests", load.errors() + chat.errors()));
        told("strategy", found);
    }

    private void resources() {
        conditions.say(SWAPS + " swaps of REST resources while they are called");
        var pauses = new Pauses();
        var swaps = new Swaps(site, PingPlugin.build(folder), pauses);
        swaps.install();
        try (var load = PingLoad.start(site, PingPlugin.PATH, CLIENTS, pauses::completed)) {
            var found = swaps.run(SWAPS, REQUESTS, load::requests);
            load.stop();
            load.failure().ifPresent(conditions::say);
            conditions.found(count("resources: requests", load.requests()));
            conditions.found(count("resources: failed requests", load.failed()));
            told("resources", found);
        }
    }

    private void told(String name, Swaps.Found found) {
        conditions.found(Figure.alone(name + ": swaps", found.took().size(), ""));
        conditions.found(
                Figure.alone(name + ": a swap takes p50", percentile(found.took(), 50), "ms"));
        for (int percent : new int[] {50, 95}) {
            conditions.found(
                    Figure.beside(
                            name
                                    + ": longest pause around a swap p"
                                    + percent
                                    + " (baseline: no swap)",
                            percentile(found.pauses(), percent),
                            "ms",
                            percentile(found.quietPauses(), percent)));
        }
    }

    private static Figure count(String name, long value) {
        return Figure.alone(name, (double) value, "");
    }

    private static double percentile(List<Double> millis, int percent) {
        var histogram = new Histogram(4);
        millis.forEach(one -> histogram.recordValue((long) (one * 1000)));
        return histogram.getValueAtPercentile(percent) / 1000.0;
    }
}
