package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Permission;
import org.hotdesk.api.Words;
import org.hotdesk.api.routing.EntryPoints;
import org.hotdesk.api.routing.Replay;
import org.hotdesk.api.routing.Replay.Question;
import org.hotdesk.api.routing.Replay.State;
import org.hotdesk.api.routing.ReplayId;
import org.hotdesk.api.routing.ReplayReport;
import org.hotdesk.api.routing.Replays;
import org.hotdesk.conversation.ReplayTable.ReplayRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Replays as rows: whoever reads one sees how far it is, and a cancelled row stops its work. */
@Component
public final class StoredReplays implements Replays {
    private static final Logger LOG = LoggerFactory.getLogger(StoredReplays.class);
    private static final int KEPT = 50;
    private static final int REASON = 500;
    private static final Duration LONGEST = Duration.ofDays(366);

    /** What has not got on for so long was interrupted. */
    private static final Duration SILENT = Duration.ofMinutes(2);

    private final Tables tables;
    private final EntryPoints entryPoints;
    private final ReplayRun run;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService executor =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("replay-", 0).factory());
    private volatile boolean closed;

    @Activate
    public StoredReplays(
            @Reference Tables tables,
            @Reference EntryPoints entryPoints,
            @Reference ReplayRun run) {
        this.tables = tables;
        this.entryPoints = entryPoints;
        this.run = run;
    }

    @Deactivate
    void close() {
        closed = true;
        executor.close();
    }

    @Override
    public Replay start(Actor actor, Question question) {
        actor.require(Permission.CONVERSATION_READ_ALL);
        check(question);
        if (busy.get()) {
            throw running();
        }
        long id = tables.replays().insert(Json.write(question), Names.of(actor), tables.now());
        tables.replays().forget(id - KEPT);
        Replay started = find(id);
        // Its work reads its own row, which is there after the commit.
        tables.transactions().afterCommit(() -> executor.execute(() -> begin(id, question)));
        return started;
    }

    private static Fault running() {
        return Fault.of(
                Fault.Category.CONFLICT,
                "replay-running",
                new Words("已有回放在进行，请等待或先取消。", "A replay goes on already; wait, or cancel it."));
    }

    private void begin(long id, Question question) {
        if (!busy.compareAndSet(false, true)) {
            fail(id, running());
            return;
        }
        try {
            work(id, question);
        } catch (RuntimeException | Error broken) {
            LOG.error("Replay {} failed", id, broken);
            fail(id, broken);
        } finally {
            busy.set(false);
        }
    }

    private void fail(long id, Throwable broken) {
        String reason = broken.toString();
        tables.replays()
                .stop(
                        id,
                        State.FAILED.name(),
                        Optional.of(reason.substring(0, Math.min(REASON, reason.length()))));
    }

    private void check(Question question) {
        PlanRules.check(question.strategies());
        Instant to = question.to();
        if (!question.from().isBefore(to)
                || to.isAfter(tables.now())
                || question.from().plus(LONGEST).isBefore(to)) {
            throw Fault.invalid(
                    "to",
                    "period-invalid",
                    new Words(
                            "结束时间须晚于开始时间、不晚于现在，时段最长 366 天。",
                            "A period ends after its begin and not in the future, and has at most 366"
                                    + " days."));
        }
        question.entryPoint()
                .filter(key -> entryPoints.find(key).isEmpty())
                .ifPresent(
                        key -> {
                            throw Fault.notFound("entry-point", key);
                        });
        if (tables.attendances().first().filter(to::isAfter).isEmpty()) {
            throw Fault.of(
                    Fault.Category.CONFLICT,
                    "attendance-unknown",
                    new Words(
                            "该时段没有客服在线记录，无法回放。",
                            "Nothing is known of who was at work in this period."));
        }
    }

    private void work(long id, Question question) {
        Optional<ReplayReport> report =
                run.run(
                        question,
                        percent -> !closed && tables.replays().getOn(id, percent, tables.now()));
        report.ifPresent(done -> tables.replays().finish(id, Json.write(done)));
        if (closed) {
            tables.replays().stop(id, State.INTERRUPTED.name(), Optional.empty());
        }
    }

    @Override
    public List<Replay> list(Actor actor) {
        actor.require(Permission.CONVERSATION_READ_ALL);
        return tables.replays().newest(KEPT).stream().map(this::replay).toList();
    }

    @Override
    public Replay find(Actor actor, ReplayId id) {
        actor.require(Permission.CONVERSATION_READ_ALL);
        return find(id.value());
    }

    private Replay find(long id) {
        return tables.replays()
                .find(id)
                .map(this::replay)
                .orElseThrow(() -> Fault.notFound("replay", id));
    }

    @Override
    public Replay cancel(Actor actor, ReplayId id) {
        actor.require(Permission.CONVERSATION_READ_ALL);
        tables.replays().stop(id.value(), State.CANCELLED.name(), Optional.empty());
        return find(id.value());
    }

    private Replay replay(ReplayRow row) {
        State state = State.valueOf(row.state());
        boolean silent = row.beatAt().plus(SILENT).isBefore(tables.now());
        return new Replay(
                new ReplayId(row.id()),
                Json.read(row.question(), Question.class),
                state == State.RUNNING && silent ? State.INTERRUPTED : state,
                row.percent(),
                row.startedBy(),
                row.startedAt(),
                row.report().map(report -> Json.read(report, ReplayReport.class)),
                row.failure());
    }
}
