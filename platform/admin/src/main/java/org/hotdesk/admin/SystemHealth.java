package org.hotdesk.admin;

import static java.util.Comparator.comparing;

import org.hotdesk.api.admin.Health;
import org.hotdesk.api.admin.HealthCheck;
import org.hotdesk.api.admin.HealthReading;
import org.hotdesk.api.admin.HealthReading.Status;
import org.hotdesk.api.extension.Extensions;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** How the whole system is doing: what the parts say of themselves, the bundles, the extensions. */
@Component(immediate = true)
public final class SystemHealth implements Health {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Platform platform;
    private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<Extensions>> extensions =
            new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Plugins>> plugins =
            new AtomicReference<>(Optional.empty());

    /** Watches this framework. */
    @Activate
    public SystemHealth(BundleContext context) {
        platform = new Platform(context);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "forget")
    void heed(HealthCheck check) {
        checks.add(check);
    }

    void forget(HealthCheck check) {
        checks.remove(check);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "leaveExtensions")
    void watchExtensions(Extensions service) {
        extensions.set(Optional.of(service));
    }

    void leaveExtensions(Extensions service) {
        leave(extensions, service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "leavePlugins")
    void watchPlugins(Plugins service) {
        plugins.set(Optional.of(service));
    }

    void leavePlugins(Plugins service) {
        leave(plugins, service);
    }

    private static <T> void leave(AtomicReference<Optional<T>> reference, T service) {
        reference.updateAndGet(now -> now.filter(other -> !other.equals(service)));
    }

    @Override
    public boolean ready() {
        return readings().stream().noneMatch(reading -> reading.status() == Status.DOWN);
    }

    @Override
    public List<HealthReading> readings() {
        Map<HealthCheck, FutureTask<HealthReading>> asked = new LinkedHashMap<>();
        for (HealthCheck check : checks) {
            FutureTask<HealthReading> task = new FutureTask<>(check::check);
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
        return current(plugins).map(Plugins::isProcessed).orElse(false);
    }

    private static <T> Optional<T> current(AtomicReference<Optional<T>> reference) {
        return Stream.ofNullable(reference.get()).flatMap(Optional::stream).findFirst();
    }

    private static HealthReading answer(HealthCheck check, FutureTask<HealthReading> task) {
        String part = check.getClass().getName();
        try {
            return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            return new HealthReading(
                    part, Status.DEGRADED, "It does not say how it is within a second.", Map.of());
        } catch (ExecutionException broken) {
            return new HealthReading(
                    part, Status.DOWN, "Its check fails: " + broken.getCause(), Map.of());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new HealthReading(part, Status.DEGRADED, "It was not asked.", Map.of());
        }
    }

    private HealthReading pluginsReading() {
        var all = current(plugins).map(Plugins::plugins).orElse(List.of());
        List<String> ailing =
                all.stream().filter(Plugins::isAiling).map(bundle -> bundle.name()).toList();
        String message = ailing.isEmpty() ? "fine" : "look at the page Plugins: " + words(ailing);
        return new HealthReading(
                "plugins",
                ailing.isEmpty() ? Status.UP : Status.DEGRADED,
                message,
                Map.of(
                        "installed", Integer.toString(all.size()),
                        "ailing", Integer.toString(ailing.size())));
    }

    private HealthReading extensionsReading() {
        var states = current(extensions).map(Extensions::states).orElse(List.of());
        List<String> cutOff =
                states.stream()
                        .filter(state -> state.cutOff())
                        .map(state -> state.extension().extension())
                        .distinct()
                        .toList();
        String message =
                cutOff.isEmpty()
                        ? "fine"
                        : words(cutOff) + " failed too often and is not asked for a while";
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
