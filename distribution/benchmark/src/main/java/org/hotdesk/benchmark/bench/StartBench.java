package org.hotdesk.benchmark.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

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

    void run() {
        conditions.say("bare Jetty");
        var bare = new ArrayList<Start>();
        for (int i = 1; i <= conditions.rounds(); i++) {
            bare.add(told(i, bare()));
        }
        conditions.say("the first start, with an empty database");
        tell("start to ready, empty database", List.of(told(1, start())), bare);
        conditions.say("further starts");
        var again = new ArrayList<Start>();
        for (int i = 1; i <= conditions.rounds(); i++) {
            again.add(told(i, start()));
        }
        tell("start to ready", again, bare);
        tell("idle resident memory", again, bare, "MB", Start::residentMb);
        tell("idle heap", again, bare, "MB", Start::heapMb);
    }

    private Start told(int round, Start start) {
        conditions.say(
                String.format(
                        Locale.ROOT,
                        "  start %d: %.2f s, %.0f MB resident, %.0f MB heap, %s",
                        round,
                        start.seconds(),
                        start.residentMb(),
                        start.heapMb(),
                        Conditions.load()));
        return start;
    }

    private void tell(String name, List<Start> starts, List<Start> bare) {
        tell(name, starts, bare, "s", Start::seconds);
    }

    private void tell(
            String name,
            List<Start> starts,
            List<Start> bare,
            String unit,
            ToDoubleFunction<Start> figure) {
        conditions.found(
                Figure.beside(
                        name + " (baseline: bare Jetty)",
                        Measured.median(starts, figure),
                        unit,
                        Measured.median(bare, figure)));
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
