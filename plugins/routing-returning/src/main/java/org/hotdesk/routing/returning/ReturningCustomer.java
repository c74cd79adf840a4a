package org.hotdesk.routing.returning;

import org.hotdesk.api.Words;
import org.hotdesk.api.extension.Extension;
import org.hotdesk.api.routing.Arrival.LastServed;
import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.Preference.Choice;
import org.hotdesk.api.routing.Preference.Hold;
import org.hotdesk.api.routing.RoutingRequest;
import org.hotdesk.api.routing.RoutingStrategy;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the agent who last served this customer. Who is at work without room is waited for, for a
 * while; who is not there is not.
 */
@Component(configurationPid = "org.hotdesk.routing.returning")
@Designate(ocd = Settings.class)
@Extension("returning")
public final class ReturningCustomer implements RoutingStrategy {
    private static final Words KNOWN = new Words("上次接待该客户", "served this customer last");
    private static final Words OTHER = new Words("不是上次接待的客服", "not the one who served last");

    private volatile Patience patience;

    private record Patience(Duration longest, Duration memory) {
        static Patience of(Settings settings) {
            return new Patience(
                    Duration.ofSeconds(settings.waitSeconds()),
                    Duration.ofDays(settings.memoryDays()));
        }
    }

    @Activate
    public ReturningCustomer(Settings settings) {
        patience = Patience.of(settings);
    }

    ReturningCustomer(Duration wait, Duration memory) {
        patience = new Patience(wait, memory);
    }

    @Modified
    void change(Settings settings) {
        patience = Patience.of(settings);
    }

    @Override
    public Preference choose(RoutingRequest request) {
        Patience now = patience;
        Optional<LastServed> remembered =
                request.arrival()
                        .lastServed()
                        .filter(last -> last.at().plus(now.memory()).isAfter(request.at()));
        if (remembered.isEmpty()) {
            return Preference.none();
        }
        LastServed last = remembered.get();
        if (isAmong(request.candidates(), last)) {
            return keepOnly(last, request);
        }
        return isAmong(request.full(), last)
                ? hold(last, request, now.longest())
                : Preference.none();
    }

    private static boolean isAmong(List<Candidate> agents, LastServed last) {
        return agents.stream().anyMatch(agent -> agent.agent().equals(last.agent()));
    }

    private static Preference keepOnly(LastServed last, RoutingRequest request) {
        List<Choice> others = new ArrayList<>();
        for (Candidate candidate : request.candidates()) {
            if (!candidate.agent().equals(last.agent())) {
                others.add(new Choice(candidate.agent(), OTHER));
            }
        }
        return new Preference(List.of(new Choice(last.agent(), KNOWN)), others);
    }

    private static Preference hold(LastServed last, RoutingRequest request, Duration wait) {
        Instant until = request.queuedAt().plus(wait);
        String name = last.name();
        if (until.isAfter(request.at())) {
            return Preference.holding(
                    new Hold(
                            last.agent(),
                            until,
                            new Words(
                                    "等待上次接待的" + name, "waits for " + name + ", who served last")));
        }
        return wait.isZero()
                ? Preference.none()
                : request.candidates().stream()
                        .collect(
                                Preference.keeping(
                                        new Words(
                                                "已等待" + name + " " + wait.toSeconds() + " 秒",
                                                "after waiting "
                                                        + wait.toSeconds()
                                                        + " s for "
                                                        + name)));
    }
}
