package org.hotdesk.admin;

import org.hotdesk.api.admin.HealthReading;
import org.hotdesk.api.admin.HealthReading.Status;
import org.hotdesk.api.conversation.Conversations;
import org.hotdesk.api.customer.Visitors;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.staff.Presences;
import org.hotdesk.api.staff.SignIns;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether Hotdesk itself is complete: its bundles run, and the services that all others need. */
final class Platform {
    private static final List<Class<?>> ESSENTIAL =
            List.of(
                    Events.class,
                    SignIns.class,
                    Presences.class,
                    Visitors.class,
                    Conversations.class);

    private final BundleContext context;

    Platform(BundleContext context) {
        this.context = context;
    }

    HealthReading reading(boolean pluginsProcessed) {
        List<String> absent = new ArrayList<>(idle());
        ESSENTIAL.stream()
                .filter(type -> context.getServiceReference(type) == null)
                .forEach(type -> absent.add("service " + type.getSimpleName()));
        if (!pluginsProcessed) {
            absent.add("the first look into the plugins folder");
        }
        return new HealthReading(
                "platform",
                absent.isEmpty() ? Status.UP : Status.DOWN,
                absent.isEmpty() ? "fine" : "not there yet: " + String.join(", ", absent),
                Map.of("bundles", Long.toString(own().count())));
    }

    private List<String> idle() {
        return own().filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .filter(bundle -> bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null)
                .map(bundle -> "bundle " + bundle.getSymbolicName())
                .toList();
    }

    /** Everything that is no plugin; those lie in our own store. */
    private Stream<Bundle> own() {
        return Arrays.stream(context.getBundles()).filter(bundle -> !Starter.isPlugin(bundle));
    }
}
