package org.hotdesk.persistence;

import org.hotdesk.api.Words;
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
                                        new Words(
                                                "事件日志没有回应，请检查数据库。",
                                                "The event log does not answer; see the database."),
                                        Map.of()));
    }

    private static HealthReading read(List<ConsumerState> consumers) {
        List<Words> trouble =
                consumers.stream()
                        .filter(ConsumerState::present)
                        .filter(one -> one.failure().isPresent() || one.behind() > FAR_BEHIND)
                        .map(EventLogHealth::describe)
                        .toList();
        Map<String, String> figures =
                consumers.stream()
                        .collect(
                                Collectors.toMap(
                                        one -> one.name() + " behind",
                                        one -> String.valueOf(one.behind())));
        return trouble.isEmpty()
                ? new HealthReading("event-log", Status.UP, HealthReading.FINE, figures)
                : new HealthReading("event-log", Status.DEGRADED, Words.list(trouble), figures);
    }

    private static Words describe(ConsumerState consumer) {
        String name = consumer.name();
        return consumer.failure()
                .map(
                        failure ->
                                new Words(
                                        name + " 处理失败，正在重试：" + failure,
                                        name + " fails and tries again: " + failure))
                .orElseGet(
                        () ->
                                new Words(
                                        name + " 落后 " + consumer.behind() + " 个事件",
                                        name + " is " + consumer.behind() + " events behind"));
    }
}
