package org.hotdesk.benchmark.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** From the start of the process until it is ready, and the memory it then holds. */
final class StartBench {
    private static final Duration SETTLED = Duration.ofSeconds(3);

    private final Path folder;
    private final Database database;
    private final Conditions conditions;

    StartBench(Path folder, Database database, Conditions conditions) {
        this.folder = folder;
        this.database = database;
        this.conditions = conditions;
    }

    /** One start. */
    private record Start(double seconds, double residentMb, double heapMb) {}

    List<Figure> run() {
        conditions.say("the first start, with an empty database");
        var first = start();
        var again = new ArrayList<Start>();
        var bare = new ArrayList<Start>();
        for (int i = 0; i < conditions.rounds(); i++) {
            conditions.say("start " + (i + 1) + " of " + conditions.rounds());
            again.add(start());
            bare.add(bare());
        }
        return List.of(
                figure("start to ready, empty database", List.of(first), bare, true, "s"),
                figure("start to ready", again, bare, true, "s"),
                figure("idle resident memory", again, bare, false, "MB"),
                Figure.beside(
                        "idle heap (baseline: bare Jetty)",
                        Measured.median(again, Start::heapMb),
                        "MB",
                        Measured.median(bare, Start::heapMb)));
    }

    private static Figure figure(
            String name, List<Start> starts, List<Start> bare, boolean time, String unit) {
        return Figure.beside(
                name + " (baseline: bare Jetty)",
                Measured.median(starts, time ? Start::seconds : Start::residentMb),
                unit,
                Measured.median(bare, time ? Start::seconds : Start::residentMb));
    }

    private Start start() {
        try (var server = OwnServer.start(folder, database)) {
            Moments.sleep(SETTLED);
            return measured(server.startSeconds(), server.watched());
        }
    }

    private Start bare() {
        try (var echo = EchoProcess.start()) {
            Moments.sleep(SETTLED);
            return measured(echo.startSeconds(), echo.watched());
        }
    }

    private static Start measured(double seconds, Watched process) {
        double resident = process.residentMb().orElse(0);
        return new Start(seconds, resident, process.heapMb().orElse(0));
    }
}
