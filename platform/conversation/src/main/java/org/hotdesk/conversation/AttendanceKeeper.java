package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.event.AgentChanged;
import org.hotdesk.api.event.EventListener;
import org.hotdesk.api.event.PresenceChanged;
import org.hotdesk.api.event.Recorded;
import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.Agents;
import org.hotdesk.api.staff.Presences;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Writes down who is at work from when on, for replays. What a crash kept from being written is
 * found when it starts: it compares everybody with what was written last.
 */
@Component(service = EventListener.class)
public final class AttendanceKeeper implements EventListener {
    private static final Actor SELF = new Actor.Platform("conversation");
    private static final int QUEUE = 10_000;

    private final Tables tables;
    private final Agents agents;
    private final Presences presences;
    private final BlockingQueue<Recorded> news = new ArrayBlockingQueue<>(QUEUE);
    private final ExecutorService executor =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("attendance-", 0).factory());
    private final Loop loop = new Loop(executor, this::work);

    /** Of the loop alone. */
    private final Map<Long, Attendance> written = new HashMap<>();

    /** Whether some news may have been missed, so that everybody is looked at. */
    private volatile boolean missed = true;

    @Activate
    public AttendanceKeeper(
            @Reference Tables tables, @Reference Agents agents, @Reference Presences presences) {
        this.tables = tables;
        this.agents = agents;
        this.presences = presences;
        loop.wake();
    }

    @Deactivate
    void close() {
        executor.close();
    }

    @Override
    public void heard(Recorded recorded) {
        if (recorded.event() instanceof PresenceChanged
                || recorded.event() instanceof AgentChanged) {
            if (!news.offer(recorded)) {
                missed = true;
            }
            loop.wake();
        }
    }

    private void work() {
        if (missed) {
            missed = false;
            lookAtAll();
        }
        for (Recorded one = news.poll(); one != null; one = news.poll()) {
            take(one);
        }
    }

    private void take(Recorded recorded) {
        switch (recorded.event()) {
            case PresenceChanged changed -> {
                long agent = changed.state().agent().value();
                write(agent, known(agent).as(changed.state(), changed.teams()), recorded.at());
            }
            case AgentChanged changed -> {
                long agent = changed.agent().id().value();
                write(agent, known(agent).as(changed.agent()), recorded.at());
            }
            default -> throw new IllegalStateException("Nobody asked for " + recorded);
        }
    }

    private Attendance known(long agent) {
        return written.getOrDefault(agent, Attendance.UNKNOWN);
    }

    private void lookAtAll() {
        Instant now = tables.now();
        written.clear();
        tables.attendances()
                .at(now)
                .forEach(row -> written.put(row.agent(), Json.read(row.state(), Attendance.class)));
        for (Agent agent : agents.list(SELF)) {
            Attendance there = known(agent.id().value()).as(agent);
            write(
                    agent.id().value(),
                    presences
                            .find(agent.id())
                            .map(state -> there.as(state, agent.teams()))
                            .orElse(there),
                    now);
        }
    }

    private void write(long agent, Attendance state, Instant since) {
        if (!state.equals(written.get(agent))) {
            tables.attendances().insert(agent, since, Json.write(state));
            written.put(agent, state);
        }
    }
}
