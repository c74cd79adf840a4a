package org.hotdesk.persistence;

import org.hotdesk.api.admin.HealthCheck;
import org.hotdesk.api.admin.HealthReading;
import org.hotdesk.api.admin.HealthReading.Status;
import org.hotdesk.api.event.ConsumerState;
import org.hotdesk.api.event.Events;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells which consumers fail or cannot keep up. */
@Component
public final class EventLogHealth implements HealthCheck {
    private static final long FAR_BEHIND = 20_000;

    private final Timely<List<ConsumerState>> consumers;

    @Activate
    public EventLogHealth(@Reference Events events) {
        consumers = new Timely<>(events::consumers);
    }

    @Override
    public HealthReading check() {
        return consumers
                .ask()
                .map(EventLogHealth::read)
                .orElseGet(
                        () ->
                                new HealthReading(
                                        "event-log",
                                        Status.DOWN,
                                        "The event log does not answer; see the database.",
                                        Map.of()));
    }

    private static HealthReading read(List<ConsumerState> consumers) {
        String trouble =
                consumers.stream()
                        .filter(ConsumerState::present)
                        .filter(one -> one.failure().isPresent() || one.behind() > FAR_BEHIND)
                        .map(EventLogHealth::describe)
                        .collect(Collectors.joining("; "));
        Map<String, String> figures =
                consumers.stream()
                        .collect(
                                Collectors.toMap(
                                        one -> one.name() + " behind",
                                        one -> String.valueOf(one.behind())));
        return trouble.isEmpty()
                ? new HealthReading("event-log", Status.UP, "fine", figures)
                : new HealthReading("event-log", Status.DEGRADED, trouble, figures);
    }

    private static String describe(ConsumerState consumer) {
        return consumer.failure()
                .map(failure -> consumer.name() + " fails and tries again: " + failure)
                .orElseGet(() -> consumer.name() + " is " + consumer.behind() + " events behind");
    }
}
