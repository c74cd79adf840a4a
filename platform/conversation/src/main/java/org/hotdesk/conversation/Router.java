package org.hotdesk.conversation;

import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.event.AgentChanged;
import org.hotdesk.api.event.ConversationAssigned;
import org.hotdesk.api.event.ConversationClosed;
import org.hotdesk.api.event.ConversationOpened;
import org.hotdesk.api.event.ConversationQueued;
import org.hotdesk.api.event.EventListener;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.PresenceChanged;
import org.hotdesk.api.event.Recorded;
import org.hotdesk.api.event.Signal;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Agents;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.PresenceState;
import org.hotdesk.api.staff.TeamId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Wakes up whoever has something to do when something happened: an arrival, a freed slot and an
 * agent who comes are acted on at once, an agent who goes leaves nobody alone.
 */
@Component(service = EventListener.class)
public final class Router implements EventListener {
    /** What a live event may have missed, such as those of a crash, is found after so long. */
    private static final int SWEEP_SECONDS = 15;

    private final Map<TeamId, Loop> teams = new ConcurrentHashMap<>();
    private final Map<TeamId, Instant> alarms = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();
    // Not virtual, as in MessageWriter.
    private final ExecutorService executor =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("router-", 0).factory());
    private final ScheduledExecutorService sweeps =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("router-sweep").factory());
    private final QueueTable queues;
    private final Events events;
    private final Agents agents;
    private final QueuePass pass;
    private final Absences absences;

    @Activate
    public Router(
            @Reference Tables tables,
            @Reference QueuePass pass,
            @Reference Absences absences,
            @Reference Agents agents) {
        this.queues = tables.queues();
        this.events = tables.events();
        this.pass = pass;
        this.absences = absences;
        this.agents = agents;
        var unused = sweeps.scheduleWithFixedDelay(this::sweep, 0, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    /** Finishes what is under way; what waits is found again after the start. */
    @Deactivate
    void close() {
        sweeps.shutdown();
        executor.close();
    }

    @Override
    public void heard(Recorded recorded) {
        switch (recorded.event()) {
            case ConversationOpened opened -> wakeQueue(opened.conversation());
            case ConversationQueued queued -> wakeQueue(queued.conversation());
            case ConversationAssigned assigned -> queueMoved(assigned.conversation());
            case ConversationClosed closed -> ended(closed.conversation());
            case PresenceChanged changed -> presenceChanged(changed);
            case AgentChanged changed -> changed.agent().teams().forEach(this::wake);
            default -> {
                // Everything else changes nothing about who gets what.
            }
        }
    }

    private void wakeQueue(Conversation conversation) {
        queueMoved(conversation);
        wake(conversation.team());
    }

    private void ended(Conversation conversation) {
        if (conversation.agent().isEmpty()) {
            queueMoved(conversation);
            return;
        }
        wake(conversation.team());
        later(() -> wakeTeamsOf(conversation.agent().get()));
    }

    private void presenceChanged(PresenceChanged changed) {
        PresenceState state = changed.state();
        if (state.presence() == Presence.OFFLINE) {
            later(() -> absences.lookAfter(state.agent()));
        }
        // Whoever comes can be given work; whoever goes is waited for no longer.
        changed.teams().forEach(this::wake);
    }

    private void queueMoved(Conversation conversation) {
        events.signal(new Signal.QueueMoved(conversation.team()));
    }

    private void wakeTeamsOf(AgentId agent) {
        agents.find(agent).ifPresent(member -> member.teams().forEach(this::wake));
    }

    /** Looks for work that no event told about. */
    void sweep() {
        later(absences::lookAfterAll);
        later(() -> queues.teamsWithQueue().forEach(team -> wake(new TeamId(team))));
    }

    void wake(TeamId team) {
        teams.computeIfAbsent(team, id -> new Loop(executor, () -> serve(id))).wake();
    }

    private void serve(TeamId team) {
        pass.serve(team).ifPresent(until -> wakeAt(team, until));
    }

    /** One alarm a team: the earliest; the pass that it begins sets the next. */
    private void wakeAt(TeamId team, Instant until) {
        alarms.compute(
                team,
                (id, set) -> {
                    if (set != null && !set.isAfter(until)) {
                        return set;
                    }
                    long millis = Math.max(0, Duration.between(clock.instant(), until).toMillis());
                    var unused =
                            sweeps.schedule(
                                    () -> alarm(id, until), millis + 1, TimeUnit.MILLISECONDS);
                    return until;
                });
    }

    private void alarm(TeamId team, Instant until) {
        alarms.remove(team, until);
        wake(team);
    }

    private void later(Runnable work) {
        new Loop(executor, work).wake();
    }
}
