package org.hotdesk.admin;

import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.scr.info.ScrInfo;
import org.hotdesk.api.Actor;
import org.hotdesk.api.event.BundleChanged;
import org.hotdesk.api.storage.Transactions;
import org.hotdesk.testkit.HandClock;
import org.hotdesk.testkit.RecordedEvents;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A framework with declarative services, in which plugins are installed for real. */
final class Bench {
    static final Actor ADMIN = new Actor.Platform("test");

    private static final List<String> API =
            List.of(
                    "org.hotdesk.api",
                    "org.hotdesk.api.customer",
                    "org.hotdesk.api.extension",
                    "org.hotdesk.api.routing",
                    "org.hotdesk.api.staff");

    final Path folder;
    final RecordedEvents events = new RecordedEvents(HandClock.inTheMorning());

    /** Reasons why migrations fail, by symbolic name. */
    final Map<String, String> failingMigrations = new ConcurrentHashMap<>();

    private final Path home;
    private Framework framework;
    private Plugins plugins;

    Bench(Path home) throws BundleException, IOException {
        this.home = home;
        folder = Files.createDirectories(home.resolve("plugins"));
        framework = framework();
        plugins = open();
    }

    private Framework framework() throws BundleException {
        Map<String, String> configuration = new HashMap<>();
        configuration.put(Constants.FRAMEWORK_STORAGE, home.resolve("framework").toString());
        configuration.put(
                Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        configuration.put("hotdesk.home", home.toString());
        configuration.put(
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                API.stream().map(name -> name + ";version=1.0.0,").collect(Collectors.joining())
                        + "org.osgi.service.component;version=1.5.0,"
                        + "org.osgi.service.component.runtime;version=1.5.0,"
                        + "org.osgi.service.component.runtime.dto;version=1.5.0,"
                        + "org.osgi.util.function;version=1.2.0,"
                        + "org.osgi.util.promise;version=1.3.0");
        Framework made = new FrameworkFactory().newFramework(configuration);
        made.start();
        made.getBundleContext().installBundle("reference:" + jarOf(ScrInfo.class)).start();
        return made;
    }

    private static String jarOf(Class<?> type) {
        try {
            return type.getProtectionDomain().getCodeSource().getLocation().toURI().toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Plugins open() throws IOException {
        BundleContext context = framework.getBundleContext();
        ServiceComponentRuntime runtime =
                context.getService(context.getServiceReference(ServiceComponentRuntime.class));
        Starter starter = new Starter(context, runtime, this::migrate);
        return new Plugins(context, config(), starter, new News(events, new Directly()));
    }

    private Optional<String> migrate(long bundle) {
        String name = framework.getBundleContext().getBundle(bundle).getSymbolicName();
        return Optional.ofNullable(failingMigrations.get(name));
    }

    private Plugins.Config config() {
        return new Plugins.Config() {
            @Override
            public String dataFolder() {
                return home.resolve("data").toString();
            }

            @Override
            public int proveSeconds() {
                return 600;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return Plugins.Config.class;
            }
        };
    }

    Plugins plugins() {
        return plugins;
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Changes so far, as {@code updated test.good 2.0.0}. */
    List<String> changes() {
        return events.of(BundleChanged.class).stream()
                .map(one -> one.change() + " " + one.name() + " " + one.version())
                .toList();
    }

    /** Ends this server and starts it anew on the same folders. */
    void restart() throws BundleException, IOException, InterruptedException {
        close();
        framework = framework();
        plugins = open();
    }

    void close() throws BundleException, IOException, InterruptedException {
        plugins.close();
        framework.stop();
        framework.waitForStop(10_000);
    }

    /** There is no database here. */
    private static final class Directly implements Transactions {
        @Override
        public <T> T run(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T runAgainOnDeadlock(Supplier<T> work) {
            return work.get();
        }

        @Override
        public void afterCommit(Runnable action) {
            action.run();
        }
    }
}
