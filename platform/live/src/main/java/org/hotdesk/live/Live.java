package org.hotdesk.live;

import org.hotdesk.api.Words;
import org.hotdesk.api.admin.HealthCheck;
import org.hotdesk.api.admin.HealthReading;
import org.hotdesk.api.conversation.Conversations;
import org.hotdesk.api.conversation.Notes;
import org.hotdesk.api.conversation.Surveys;
import org.hotdesk.api.customer.Visitors;
import org.hotdesk.api.event.EventListener;
import org.hotdesk.api.event.Recorded;
import org.hotdesk.api.event.Signal;
import org.hotdesk.api.staff.Presences;
import org.hotdesk.api.staff.SignIns;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import java.util.Map;

/** The live interface: puts its parts together, hears events, tells how it is doing. */
@Component(
        service = {Live.class, EventListener.class, HealthCheck.class},
        configurationPid = Settings.PID)
public final class Live implements EventListener, HealthCheck {
    private static final Words LATE =
            new Words("消息太多，推送有延迟。", "More happens than can be pushed at once; it comes late.");

    private final Hub hub;
    private final Limits limits;
    private final Traffic traffic;
    private final Pulse pulse;

    // checkstyle off: ParameterNumber, because the container injects what this needs here
    @Activate
    public Live(
            @Reference Conversations conversations,
            @Reference Notes notes,
            @Reference Surveys surveys,
            @Reference Visitors visitors,
            @Reference SignIns signIns,
            @Reference Presences presences,
            Settings settings) {
        this(
                new Services(conversations, notes, surveys, visitors, signIns, presences),
                Limits.of(settings));
    }

    // checkstyle on: ParameterNumber

    Live(Services services, Limits limits) {
        this.limits = limits;
        var connections = new Connections();
        var positions = new Positions(services.conversations(), connections.visitors);
        var previews = new Previews(services.conversations(), connections);
        var loads = new Loads(services.presences(), connections.staff);
        var router = new Router(new Routes(connections, positions, previews, loads), connections);
        var deliveries = new Deliveries(services.conversations());
        hub = new Hub(services, connections, router, positions, deliveries, limits.previews());
        traffic = new Traffic(connections, limits.connections());
        pulse = new Pulse(hub);
        router.start();
        pulse.start(previews, loads);
    }

    @Deactivate
    void stop() {
        pulse.stop();
        traffic.stop();
        hub.router().stop();
    }

    Limits limits() {
        return limits;
    }

    /** A connection for somebody on the site. */
    Connection visitor() {
        return new Connection(new VisitorDialogue(hub), limits, traffic);
    }

    /** A connection for staff who present this token. */
    Connection agent(String token) {
        return new Connection(new AgentDialogue(hub, token), limits, traffic);
    }

    @Override
    public void heard(Recorded recorded) {
        hub.router().heard(recorded);
    }

    @Override
    public void noticed(Signal signal) {
        hub.router().noticed(signal);
    }

    @Override
    public HealthReading check() {
        var connections = hub.connections();
        var waiting = hub.router().waiting();
        var late = waiting > 10_000;
        return new HealthReading(
                "live",
                late ? HealthReading.Status.DEGRADED : HealthReading.Status.UP,
                late ? LATE : HealthReading.FINE,
                Map.of(
                        "connections", Integer.toString(connections.all.size()),
                        "staff connections", Integer.toString(connections.staff.size()),
                        "agents", Integer.toString(connections.agents.keys().size()),
                        "visitors", Integer.toString(connections.visitors.keys().size()),
                        "frames in", Long.toString(traffic.framesIn()),
                        "frames out", Long.toString(traffic.framesOut()),
                        "slow clients cut off", Long.toString(traffic.slowClients()),
                        "events waiting", Integer.toString(waiting)));
    }
}
