package org.hotdesk.admin;

import org.hotdesk.api.Words;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How the components of a bundle are doing. */
final class Components {
    private final BundleContext context;
    private final ServiceComponentRuntime runtime;

    /**
     * What keeps components of a bundle from working.
     *
     * @param failures why those that were tried did not start
     * @param missing what others still wait for
     */
    record Reading(List<Words> failures, List<Words> missing) {
        boolean isFine() {
            return failures.isEmpty() && missing.isEmpty();
        }
    }

    Components(BundleContext context, ServiceComponentRuntime runtime) {
        this.context = context;
        this.runtime = runtime;
    }

    /** Waits until all components of a bundle work, one of them fails, or the time is over. */
    Reading settled(Bundle bundle, Duration longest) {
        Semaphore changes = new Semaphore(0);
        ServiceListener listener = event -> changes.release();
        context.addServiceListener(listener);
        try {
            long deadline = System.nanoTime() + longest.toNanos();
            Reading reading = tried(bundle);
            while (!reading.isFine() && reading.failures().isEmpty()) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || !changes.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                    break;
                }
                changes.drainPermits();
                reading = tried(bundle);
            }
            return reading;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return read(bundle);
        } finally {
            context.removeServiceListener(listener);
        }
    }

    /** Has every extension made, which a component otherwise is at its first call, and looks. */
    private Reading tried(Bundle bundle) {
        List<Words> failures = new ArrayList<>();
        for (ServiceReference<?> reference : services(bundle)) {
            if (reference.getProperty("extension") instanceof String name) {
                if (context.getService(reference) == null) {
                    failures.add(
                            new Words(
                                    "扩展 " + name + " 没有启动",
                                    "extension " + name + " did not start"));
                } else {
                    context.ungetService(reference);
                }
            }
        }
        Reading reading = read(bundle);
        return reading.failures().isEmpty() ? new Reading(failures, reading.missing()) : reading;
    }

    static List<ServiceReference<?>> services(Bundle bundle) {
        return Optional.ofNullable(bundle.getRegisteredServices()).map(List::of).orElse(List.of());
    }

    /** How they are now. */
    Reading read(Bundle bundle) {
        List<Words> failures = new ArrayList<>();
        List<Words> missing = new ArrayList<>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
            if (!runtime.isComponentEnabled(component)) {
                continue;
            }
            var configurations = runtime.getComponentConfigurationDTOs(component);
            if (configurations.isEmpty() && "require".equals(component.configurationPolicy)) {
                missing.add(settings(component));
            }
            for (ComponentConfigurationDTO one : configurations) {
                switch (one.state) {
                    case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                            failures.add(Words.same(component.name + ": " + reason(one)));
                    case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                            missing.add(settings(component));
                    case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                            missing.addAll(references(component, one));
                    default -> {}
                }
            }
        }
        return new Reading(failures, missing.stream().distinct().toList());
    }

    private static Words settings(ComponentDescriptionDTO component) {
        String names = String.join(", ", component.configurationPid);
        return new Words("设置 " + names, "settings for " + names);
    }

    /** The first line of the trace that caused all others. */
    private static String reason(ComponentConfigurationDTO one) {
        String trace = Optional.ofNullable(one.failure).orElse("it did not start");
        return trace.lines()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((first, last) -> last)
                .map(line -> line.substring("Caused by: ".length()))
                .orElseGet(() -> trace.lines().findFirst().orElse(trace));
    }

    private static List<Words> references(
            ComponentDescriptionDTO component, ComponentConfigurationDTO one) {
        List<Words> missing = new ArrayList<>();
        for (var unsatisfied : one.unsatisfiedReferences) {
            for (ReferenceDTO reference : component.references) {
                if (reference.name.equals(unsatisfied.name)) {
                    String target = Optional.ofNullable(reference.target).orElse("");
                    String service = (reference.interfaceName + " " + target).strip();
                    missing.add(new Words("服务 " + service, "service " + service));
                }
            }
        }
        return missing;
    }
}
