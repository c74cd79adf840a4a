package org.hotdesk.admin;

import static java.util.Comparator.comparing;

import org.hotdesk.api.Words;
import org.hotdesk.api.admin.Health;
import org.hotdesk.api.admin.HealthCheck;
import org.hotdesk.api.admin.HealthReading;
import org.hotdesk.api.admin.HealthReading.Status;
import org.hotdesk.api.extension.Extensions;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How the whole system is doing: what the parts say of themselves, the bundles, the extensions.
 *
 * <p>It looks services up when it is asked: who refers to everything else, and starts with it,
 * holds up what it refers to.
 */
@Component(immediate = true)
public final class SystemHealth implements Health {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final BundleContext context;
    private final Platform platform;

    /** Watches this framework. */
    @Activate
    public SystemHealth(BundleContext context) {
        this.context = context;
        platform = new Platform(context);
    }

    @Override
    public boolean ready() {
        return readings().stream().noneMatch(reading -> reading.status() == Status.DOWN);
    }

    @Override
    public List<HealthReading> readings() {
        Map<ServiceReference<HealthCheck>, FutureTask<HealthReading>> asked = new LinkedHashMap<>();
        for (ServiceReference<HealthCheck> check : Lookup.all(context, HealthCheck.class)) {
            FutureTask<HealthReading> task = new FutureTask<>(() -> ask(check));
            asked.put(check, task);
            Thread.ofVirtual().name("health").start(task);
        }
        List<HealthReading> readings = new ArrayList<>();
        readings.add(platform.reading(isProcessed()));
        readings.add(pluginsReading());
        readings.add(extensionsReading());
        asked.forEach((check, task) -> readings.add(answer(check, task)));
        return readings.stream().sorted(comparing(HealthReading::part)).toList();
    }

    private boolean isProcessed() {
        return Lookup.ask(context, Plugins.class, Plugins::isProcessed).orElse(false);
    }

    private HealthReading ask(ServiceReference<HealthCheck> check) {
        return Lookup.ask(context, check, HealthCheck::check)
                .orElseThrow(() -> new IllegalStateException("It did not start."));
    }

    private static HealthReading answer(
            ServiceReference<HealthCheck> check, FutureTask<HealthReading> task) {
        String part = String.valueOf(check.getProperty("component.name"));
        try {
            return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            return new HealthReading(
                    part,
                    Status.DEGRADED,
                    new Words("一秒内没有回应。", "It does not say how it is within a second."),
                    Map.of());
        } catch (ExecutionException broken) {
            return new HealthReading(
                    part, Status.DOWN, failed(String.valueOf(broken.getCause())), Map.of());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new HealthReading(
                    part, Status.DEGRADED, new Words("没有询问到。", "It was not asked."), Map.of());
        }
    }

    private static Words failed(String cause) {
        return new Words("检查失败：" + cause, "Its check fails: " + cause);
    }

    private HealthReading pluginsReading() {
        var all = Lookup.ask(context, Plugins.class, Plugins::plugins).orElse(List.of());
        List<String> ailing =
                all.stream().filter(Plugins::isAiling).map(bundle -> bundle.name()).toList();
        Words message =
                ailing.isEmpty()
                        ? HealthReading.FINE
                        : new Words(
                                "请看插件页：" + words(ailing),
                                "look at the page Plugins: " + words(ailing));
        return new HealthReading(
                "plugins",
                ailing.isEmpty() ? Status.UP : Status.DEGRADED,
                message,
                Map.of(
                        "installed", Integer.toString(all.size()),
                        "ailing", Integer.toString(ailing.size())));
    }

    private HealthReading extensionsReading() {
        var states = Lookup.ask(context, Extensions.class, Extensions::states).orElse(List.of());
        List<String> cutOff =
                states.stream()
                        .filter(state -> state.cutOff())
                        .map(state -> state.extension().extension())
                        .distinct()
                        .toList();
        Words message =
                cutOff.isEmpty()
                        ? HealthReading.FINE
                        : new Words(
                                words(cutOff) + " 失败次数过多，已熔断一段时间",
                                words(cutOff) + " failed too often and is not asked for a while");
        return new HealthReading(
                "extensions",
                cutOff.isEmpty() ? Status.UP : Status.DEGRADED,
                message,
                Map.of(
                        "present", Integer.toString(states.size()),
                        "cutOff", Integer.toString(cutOff.size())));
    }

    private static String words(List<String> names) {
        return String.join(", ", names);
    }
}
