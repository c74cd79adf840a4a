package org.hotdesk.benchmark.replay;

import org.hotdesk.benchmark.client.Call;
import org.hotdesk.benchmark.client.Patience;
import org.hotdesk.benchmark.client.Refusal;
import org.hotdesk.benchmark.client.Rest;
import org.hotdesk.benchmark.client.SignedIn;
import org.hotdesk.benchmark.client.SocketLoop;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays recordings against a server, and compares what it kept. */
final class Performance {
    private static final int READERS = 8;

    private final Settings settings;
    private final List<Recording> recordings;
    private final Patience patience;
    private final Tally tally;
    private final Scripts scripts;
    private long nextOpening = System.nanoTime();

    private Performance(Settings settings, List<Recording> recordings) {
        this.settings = settings;
        this.recordings = recordings;
        this.patience = new Patience(settings.times().patience());
        this.tally = new Tally(patience);
        var run = Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36 * 36 * 36 * 36), 36);
        this.scripts = Scripts.of("r" + run, recordings, tally);
    }

    /** Plays everything once; progress goes to {@code progress}. */
    static Outcome play(Settings settings, List<Recording> recordings, PrintStream progress) {
        return new Performance(settings, recordings).play(progress);
    }

    private Outcome play(PrintStream progress) {
        try (var rest = new Rest(settings.server());
                var loop = new SocketLoop("live")) {
            reach(rest);
            var stage = new Stage(rest, loop, patience, tally, settings.times().answerWithin());
            var roster = Roster.of(rest, settings, patience);
            long begun = System.nanoTime();
            try (var _ = new ProgressLine(progress, tally, recordings.size()).started()) {
                perform(stage, roster);
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            var comparison = compare(roster);
            leave(roster);
            return outcome(comparison, seconds);
        } catch (Patience.Exhausted exhausted) {
            throw Refusal.failure(settings.server() + ": " + exhausted.getMessage());
        }
    }

    private void reach(Rest rest) {
        try {
            if (rest.send(Call.get("health/ready")).status() == 404) {
                throw Refusal.failure(
                        "Another server than Hotdesk answers at " + settings.server());
            }
        } catch (IOException unreachable) {
            throw Refusal.failure("No server answers at " + settings.server());
        }
    }

    private void perform(Stage stage, Roster roster) throws Patience.Exhausted {
        var agents = new ArrayList<Agent>();
        var threads = new ArrayList<Thread>();
        for (var member : roster.members()) {
            var signedIn = SignedIn.as(stage.rest(), member.account(), patience);
            var agent = new Agent(stage, scripts, member.account(), signedIn);
            agents.add(agent);
            threads.add(Thread.startVirtualThread(() -> work(agent)));
        }
        try {
            everybody(settings.visitors(), index -> visit(stage, roster, index));
        } finally {
            agents.forEach(Agent::goHome);
            threads.forEach(Performance::join);
        }
    }

    private static void work(Agent agent) {
        try {
            agent.work();
        } catch (Patience.Exhausted _) {
            // The visitors notice, and tell.
        }
    }

    private void visit(Stage stage, Roster roster, int index) {
        var script = scripts.all().get(index);
        var members = roster.members();
        try {
            awaitOpening();
            var team = members.get(index % members.size()).team();
            Visitor.play(stage, scripts, script, Optional.of(team).filter(id -> !id.isEmpty()));
        } catch (Patience.Exhausted exhausted) {
            script.fail(exhausted.getMessage());
        }
    }

    private void awaitOpening() throws Patience.Exhausted {
        long mine;
        synchronized (this) {
            mine = Math.max(nextOpening, System.nanoTime());
            nextOpening = mine + (long) (1e9 / settings.opensPerSecond());
        }
        while (System.nanoTime() < mine) {
            var left = Duration.ofNanos(mine - System.nanoTime());
            patience.pause(left.toMillis() > 200 ? Duration.ofMillis(200) : left);
        }
    }

    private Comparison compare(Roster roster) {
        patience.progressed();
        var found = new ConcurrentLinkedQueue<Comparison>();
        everybody(
                READERS,
                index -> {
                    var script = scripts.all().get(index);
                    try {
                        found.add(compared(roster, script));
                    } catch (Patience.Exhausted | Refusal gone) {
                        script.fail("cannot be read back: " + gone.getMessage());
                    }
                });
        return found.stream().reduce(Comparison.SAME, Comparison::plus);
    }

    private Comparison compared(Roster roster, Script script) throws Patience.Exhausted {
        var conversation = script.conversation();
        if (conversation.isEmpty()) {
            return Comparison.of(script, List.of());
        }
        if (!script.complete()) {
            roster.call(Call.of("POST", "api/v1/conversations/" + conversation.get() + "/close"));
        }
        var comparison = Comparison.of(script, Transcripts.read(roster, conversation.get()));
        patience.progressed();
        return comparison;
    }

    private void leave(Roster roster) {
        try {
            patience.progressed();
            roster.dissolve();
        } catch (Patience.Exhausted | Refusal _) {
            // Told by the figures already; the temporary agents stay.
        }
    }

    private Outcome outcome(Comparison comparison, double seconds) {
        var failures = scripts.all().stream().flatMap(script -> script.failure().stream()).toList();
        long planned = scripts.all().stream().mapToLong(Script::size).sum();
        return new Outcome(recordings.size(), planned, tally, comparison, failures, seconds);
    }

    private interface Work {
        void on(int index);
    }

    /** Has so many workers go through all scripts. */
    private void everybody(int workers, Work work) {
        var next = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < workers; i++) {
            threads.add(
                    Thread.startVirtualThread(
                            () -> {
                                int index = next.getAndIncrement();
                                while (index < scripts.all().size()) {
                                    work.on(index);
                                    index = next.getAndIncrement();
                                }
                            }));
        }
        threads.forEach(Performance::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
