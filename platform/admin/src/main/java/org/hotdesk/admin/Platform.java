package org.hotdesk.admin;

import org.hotdesk.api.Words;
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
        List<Words> absent = new ArrayList<>(idle());
        ESSENTIAL.stream()
                .filter(type -> context.getServiceReference(type) == null)
                .map(Class::getSimpleName)
                .forEach(name -> absent.add(new Words("服务 " + name, "service " + name)));
        if (!pluginsProcessed) {
            absent.add(new Words("首次检查插件文件夹", "the first look into the plugins folder"));
        }
        return new HealthReading(
                "platform",
                absent.isEmpty() ? Status.UP : Status.DOWN,
                absent.isEmpty() ? HealthReading.FINE : notThere(Words.list(absent)),
                Map.of("bundles", Long.toString(own().count())));
    }

    private static Words notThere(Words absent) {
        return new Words("还缺少：" + absent.zhCn(), "not there yet: " + absent.en());
    }

    private List<Words> idle() {
        return own().filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .filter(bundle -> bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null)
                .map(bundle -> bundle.getSymbolicName())
                .map(name -> new Words("组件 " + name, "bundle " + name))
                .toList();
    }

    /** Everything that is no plugin; those lie in our own store. */
    private Stream<Bundle> own() {
        return Arrays.stream(context.getBundles()).filter(bundle -> !Starter.isPlugin(bundle));
    }
}
