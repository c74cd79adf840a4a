package org.hotdesk.conversation;

import org.hotdesk.api.routing.Decision;
import org.hotdesk.api.routing.EntryPoint;
import org.hotdesk.api.routing.EntryPoints;
import org.hotdesk.api.routing.Reception;
import org.hotdesk.api.routing.Trial;
import org.hotdesk.conversation.ShadowTable.NewDifference;
import org.hotdesk.conversation.ShadowTable.ShadowRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Lets candidate plans decide about what live ones have just decided, one after the other on a
 * thread of its own. A live decision leaves what it saw in a bounded queue and goes on; where that
 * is full it is counted as dropped.
 */
@Component(service = ShadowRun.class)
public final class ShadowRun {
    private static final Logger LOG = LoggerFactory.getLogger(ShadowRun.class);
    private static final int QUEUE = 1_000;
    private static final int BATCH = 16;
    private static final int KEPT = 5_000;

    /** After so long it is looked what other nodes have started or ended. */
    private static final long KNOWN_FOR = TimeUnit.SECONDS.toNanos(5);

    private final Tables tables;
    private final EntryPoints entryPoints;
    private final Trials trials;
    private final BlockingQueue<Decided> queue;
    private final Map<String, LongAdder> dropped = new ConcurrentHashMap<>();
    private final ExecutorService executor =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("shadow-", 0).factory());
    private final Loop loop = new Loop(executor, this::work);
    private final AtomicLong knownAt = new AtomicLong(System.nanoTime());
    private volatile Map<String, ShadowRow> running = Map.of();
    private volatile boolean closed;

    /** A live decision, and what it saw. */
    private record Decided(String entryPoint, Waiting waiting, Decision live) {}

    @Activate
    public ShadowRun(
            @Reference Tables tables,
            @Reference EntryPoints entryPoints,
            @Reference Trials trials) {
        this(tables, entryPoints, trials, QUEUE);
    }

    ShadowRun(Tables tables, EntryPoints entryPoints, Trials trials, int room) {
        queue = new ArrayBlockingQueue<>(room);
        this.tables = tables;
        this.entryPoints = entryPoints;
        this.trials = trials;
        loop.wake();
    }

    /** What is queued is decided no more. */
    @Deactivate
    void close() {
        closed = true;
        queue.clear();
        executor.close();
    }

    /** Assignments were committed. Returns at once, whatever becomes of the shadows. */
    void decided(List<Assignment> assignments) {
        if (closed) {
            return;
        }
        if (System.nanoTime() - knownAt.get() > KNOWN_FOR) {
            knownAt.set(System.nanoTime());
            loop.wake();
        }
        boolean some = false;
        for (Assignment assignment : assignments) {
            some |= offer(assignment);
        }
        if (some) {
            loop.wake();
        }
    }

    private boolean offer(Assignment assignment) {
        Waiting waiting = assignment.waiting();
        String key = waiting.received().reception().entryPoint();
        if (!running.containsKey(key)) {
            return false;
        }
        if (!queue.offer(new Decided(key, waiting, assignment.decision()))) {
            dropped.computeIfAbsent(key, unknown -> new LongAdder()).increment();
        }
        return true;
    }

    /** Looks at once which candidates run. */
    void look() {
        running = known();
    }

    private Map<String, ShadowRow> known() {
        Map<String, ShadowRow> found = new HashMap<>();
        tables.shadows().running().forEach(row -> found.put(row.entryPoint(), row));
        return Map.copyOf(found);
    }

    private void work() {
        look();
        List<Decided> batch = new ArrayList<>();
        while (!closed && queue.drainTo(batch, BATCH) > 0) {
            Map<String, List<Decided>> byEntryPoint = new HashMap<>();
            batch.forEach(
                    one ->
                            byEntryPoint
                                    .computeIfAbsent(one.entryPoint(), key -> new ArrayList<>())
                                    .add(one));
            byEntryPoint.forEach(this::compare);
            batch.clear();
        }
    }

    private void compare(String key, List<Decided> decided) {
        Optional<ShadowRow> row = Optional.ofNullable(running.get(key));
        Optional<EntryPoint> point = row.isEmpty() ? Optional.empty() : entryPoints.find(key);
        if (row.isEmpty() || point.isEmpty()) {
            return;
        }
        EntryPoint plan = Plans.with(point.get(), row.get().names());
        Tally tally = new Tally(row.get());
        decided.forEach(one -> tally.add(one, plan));
        tally.write();
    }

    /** What came of one batch at one entry point. */
    private final class Tally {
        private final ShadowRow row;
        private final List<NewDifference> differences = new ArrayList<>();
        private long compared;
        private long failed;

        Tally(ShadowRow row) {
            this.row = row;
        }

        void add(Decided decided, EntryPoint plan) {
            try {
                Trial trial = trial(decided, plan);
                compared++;
                if (!isSame(decided, trial)) {
                    differences.add(
                            new NewDifference(
                                    row.entryPoint(),
                                    row.revision(),
                                    Json.write(decided.live()),
                                    Json.write(trial)));
                }
            } catch (RuntimeException | Error broken) {
                LOG.warn("The shadow of {} failed", row.entryPoint(), broken);
                failed++;
            }
        }

        void write() {
            long missed =
                    failed
                            + Optional.ofNullable(dropped.remove(row.entryPoint()))
                                    .map(LongAdder::sum)
                                    .orElse(0L);
            long agreed = compared - differences.size();
            tables.transactions()
                    .runAgainOnDeadlock(
                            () -> {
                                ShadowTable table = tables.shadows();
                                if (!differences.isEmpty()) {
                                    table.keep(differences);
                                    trim(table);
                                }
                                table.count(
                                        row.entryPoint(), row.revision(), compared, agreed, missed);
                                return true;
                            });
        }

        private void trim(ShadowTable table) {
            table.oldestBeyond(row.entryPoint(), row.revision(), KEPT)
                    .ifPresent(id -> table.forget(row.entryPoint(), row.revision(), id));
        }
    }

    /** On what the live decision saw; a team that it did not look at is seen as it is now. */
    private Trial trial(Decided decided, EntryPoint plan) {
        Waiting seen = decided.waiting();
        Received received = trials.receive(plan, seen.arrival());
        Reception placed = received.reception();
        Queued queued = seen.queued().placed(placed.team(), placed.priority());
        if (!placed.team().equals(seen.team())) {
            return trials.now(plan, queued, received, seen.at());
        }
        Waiting same = new Waiting(queued, received, seen.at(), seen.full(), seen.candidates());
        return trials.decide(plan, same, decided.live().considered());
    }

    private static boolean isSame(Decided decided, Trial trial) {
        return trial.chosen().filter(decided.live().chosen()::equals).isPresent()
                && trial.reception().team().equals(decided.waiting().team());
    }
}
