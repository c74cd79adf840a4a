package org.hotdesk.conversation;

import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.EndingRules;
import org.hotdesk.api.event.ConversationAssigned;
import org.hotdesk.api.event.EventListener;
import org.hotdesk.api.event.Recorded;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.conversation.TimerTable.ActiveRow;
import org.hotdesk.conversation.TimerTable.Kind;
import org.hotdesk.conversation.TimerTable.TimerRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Acts on timers when they fall due: sleeps until the earliest one. Each is looked at in a short
 * transaction of its own on the locked conversation, so that whoever does something to it at the
 * same moment comes before or after. Timers outlive the server; those that fell due meanwhile are
 * acted on at its start.
 */
@Component(service = EventListener.class)
public final class Alarms implements EventListener {
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final int AT_ONCE = 64;

    /** Timers that another node set are found after so long at the latest. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(15);

    private final Tables tables;
    private final StoredTeamRules rules;
    private final Timers timers;
    private final SurveyBook surveys;
    private final WrapUpBook wrapUps;
    private final Silence silence;
    private final Clock clock = Clock.systemUTC();
    private final ConcurrentLinkedQueue<Conversation> assigned = new ConcurrentLinkedQueue<>();
    private final ExecutorService executor =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("alarm-", 0).factory());
    private final ScheduledExecutorService sleep =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("alarm-sleep").factory());
    private Instant next = Instant.MAX;
    private final Loop loop = new Loop(executor, this::look);
    private final Loop arming = new Loop(executor, this::arm);

    // checkstyle off: ParameterNumber, because the container injects what this needs here
    @Activate
    public Alarms(
            @Reference Tables tables,
            @Reference StoredTeamRules rules,
            @Reference Timers timers,
            @Reference SurveyBook surveys,
            @Reference WrapUpBook wrapUps,
            @Reference Endings endings) {
        this.tables = tables;
        this.rules = rules;
        this.timers = timers;
        this.surveys = surveys;
        this.wrapUps = wrapUps;
        silence = new Silence(tables, rules, timers, endings);
        timers.ring(this::wakeAt);
        new Loop(executor, this::begin).wake();
    }

    // checkstyle on: ParameterNumber

    @Deactivate
    void close() {
        timers.ring(due -> {});
        sleep.shutdownNow();
        executor.close();
    }

    /** A crash may have come between an assignment and its timers. */
    private void begin() {
        Instant now = tables.now();
        List<TimerRow> missing = new ArrayList<>();
        for (Kind kind : List.of(Kind.IDLE, Kind.MARK)) {
            for (ActiveRow one : tables.timers().activeWithout(kind)) {
                EndingRules.Idle idle = rules.of(new TeamId(one.team())).idle();
                StoredTeamRules.watched(List.of(one), idle, now).stream()
                        .filter(timer -> timer.kind() == kind)
                        .forEach(missing::add);
            }
        }
        set(missing);
        loop.wake();
    }

    @Override
    public void heard(Recorded recorded) {
        if (recorded.event() instanceof ConversationAssigned(Conversation conversation)) {
            EndingRules.Idle idle = rules.of(conversation.team()).idle();
            if (idle.warnSeconds() > 0 || idle.markSeconds() > 0) {
                assigned.add(conversation);
                arming.wake();
            }
        }
    }

    /** Nobody can be late before the time that the rules give them. */
    private void arm() {
        Instant now = tables.now();
        List<TimerRow> fresh = new ArrayList<>();
        for (Conversation one = assigned.poll(); one != null; one = assigned.poll()) {
            EndingRules.Idle idle = rules.of(one.team()).idle();
            ActiveRow row = new ActiveRow(one.id().value(), one.team().value());
            for (TimerRow timer : StoredTeamRules.watched(List.of(row), idle, now)) {
                int seconds = StoredTeamRules.seconds(timer.kind(), idle);
                fresh.add(timer.again(now.plusSeconds(seconds)));
            }
        }
        set(fresh);
    }

    private void set(List<TimerRow> wanted) {
        if (!wanted.isEmpty()) {
            tables.transactions()
                    .runAgainOnDeadlock(
                            () -> {
                                timers.set(wanted);
                                return true;
                            });
        }
    }

    /** Acts on what is due, and sleeps until the next. */
    private void look() {
        awake();
        Optional<Instant> later = actOnAll();
        wakeAt(
                later.filter(due -> due.isBefore(clock.instant().plus(LONGEST_SLEEP)))
                        .orElseGet(() -> clock.instant().plus(LONGEST_SLEEP)));
    }

    /**
     * Acts on everything that is due.
     *
     * @return when the next is
     */
    Optional<Instant> actOnAll() {
        while (true) {
            Instant now = tables.now();
            List<TimerRow> due = tables.timers().due(now, AT_ONCE);
            if (due.isEmpty()) {
                return tables.timers().next();
            }
            int failed = 0;
            for (TimerRow timer : due) {
                failed += act(timer) ? 0 : 1;
            }
            if (failed > 0) {
                // They stay due, and are tried again a little later.
                return Optional.of(now.plusSeconds(1));
            }
        }
    }

    private boolean act(TimerRow timer) {
        try {
            return tables.transactions().runAgainOnDeadlock(() -> actLocked(timer));
        } catch (RuntimeException failure) {
            LOG.error("A timer of conversation {} failed", timer.conversation(), failure);
            return false;
        }
    }

    private boolean actLocked(TimerRow seen) {
        Optional<ConversationRow> row = tables.conversations().lock(seen.conversation());
        Optional<TimerRow> timer = tables.timers().find(seen.conversation(), seen.kind());
        Instant now = tables.now();
        if (row.isPresent() && timer.isPresent() && !timer.get().dueAt().isAfter(now)) {
            act(row.get(), timer.get(), now);
        }
        return true;
    }

    private void act(ConversationRow row, TimerRow timer, Instant now) {
        switch (timer.kind()) {
            case IDLE -> silence.visitor(row, timer, now);
            case MARK -> silence.agent(row, timer, now);
            case SURVEY -> surveys.look(row, now);
            case WRAP_UP -> wrapUps.timeOut(row);
        }
    }

    /** One alarm at a time: the earliest; the look that it begins sets the next. */
    private synchronized void wakeAt(Instant due) {
        if (next.isAfter(due) && !sleep.isShutdown()) {
            next = due;
            long millis = Math.max(0, Duration.between(clock.instant(), due).toMillis());
            var unused = sleep.schedule(() -> alarm(due), millis + 1, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void alarm(Instant due) {
        if (next.equals(due)) {
            loop.wake();
        }
    }

    private synchronized void awake() {
        next = Instant.MAX;
    }
}
