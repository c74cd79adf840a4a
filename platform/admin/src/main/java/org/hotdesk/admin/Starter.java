package org.hotdesk.admin;

import org.hotdesk.api.Words;
import org.hotdesk.api.storage.Migrations;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Brings a plugin's bundle to life: resolve, migrate, start, and see whether it works. */
@Component(service = Starter.class)
public final class Starter {
    private final BundleContext context;
    private final Migrations migrations;
    private final Components components;
    private final Requirements requirements;

    /** Starts bundles of this framework. */
    @Activate
    public Starter(
            BundleContext context,
            @Reference ServiceComponentRuntime runtime,
            @Reference Migrations migrations) {
        this.context = context;
        this.migrations = migrations;
        components = new Components(context, runtime);
        requirements = new Requirements(context);
    }

    /** How a start ended. */
    sealed interface Outcome {
        /** What is wrong; empty when nothing is. */
        Optional<Words> reason();

        /** The reason for logs; empty text when there is none. */
        default String english() {
            return reason().map(Words::en).orElse("");
        }

        /** It runs, with all its components. */
        record Runs() implements Outcome {
            @Override
            public Optional<Words> reason() {
                return Optional.empty();
            }
        }

        /** It runs, and some components wait for what is not there yet. */
        record Waits(Words what) implements Outcome {
            @Override
            public Optional<Words> reason() {
                return Optional.of(new Words("它在等待：" + what.zhCn(), "It waits for " + what.en()));
            }
        }

        /** It does not run. */
        record Fails(Words why) implements Outcome {
            @Override
            public Optional<Words> reason() {
                return Optional.of(why);
            }
        }
    }

    Components components() {
        return components;
    }

    Requirements requirements() {
        return requirements;
    }

    /** Whether a bundle lies in our store of plugins. */
    static boolean isPlugin(Bundle bundle) {
        return bundle.getLocation().startsWith("reference:")
                && bundle.getLocation().contains(JarStore.FOLDER);
    }

    /** How the framework is told to read a file where it lies. */
    static String location(Path path) {
        // The framework would read a plus as a space.
        return "reference:" + path.toUri().toString().replace("+", "%2B");
    }

    /** Installs a bundle, which then lies there and does nothing. */
    Bundle install(PluginFile file) throws BundleException {
        Bundle bundle = context.installBundle(location(file.path()));
        // With us it comes and with us it goes.
        int level = context.getBundle().adapt(BundleStartLevel.class).getStartLevel();
        bundle.adapt(BundleStartLevel.class).setStartLevel(Math.max(1, level));
        return bundle;
    }

    /**
     * Starts a bundle.
     *
     * @param patience how long its components may wait for what they need
     */
    Outcome start(Bundle bundle, PluginFile file, Duration patience) {
        if (!resolve(bundle)) {
            List<Words> missing = requirements.missing(file);
            Words what =
                    missing.isEmpty()
                            ? new Words("它的包互相冲突", "its packages conflict")
                            : Words.list(missing);
            return new Outcome.Fails(
                    new Words("缺少依赖：" + what.zhCn(), "It does not resolve: " + what.en()));
        }
        if (!file.header(Constants.FRAGMENT_HOST).isEmpty()) {
            return new Outcome.Runs();
        }
        Optional<String> failure = migrations.migrate(bundle.getBundleId());
        if (failure.isPresent()) {
            return new Outcome.Fails(
                    new Words(
                            "数据表更新失败：" + failure.get(), "Its migration failed: " + failure.get()));
        }
        return run(bundle, patience);
    }

    /** Finds what a bundle imports; false when something is missing. */
    boolean resolve(Bundle bundle) {
        return bundle.getState() >= Bundle.RESOLVED
                || context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                        .adapt(FrameworkWiring.class)
                        .resolveBundles(List.of(bundle));
    }

    private Outcome run(Bundle bundle, Duration patience) {
        try {
            // Transient: after a restart it is up to us, not the framework, to start it.
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            return failed(Words.same(String.valueOf(cause)));
        }
        Components.Reading reading = components.settled(bundle, patience);
        if (!reading.failures().isEmpty()) {
            return failed(Words.list(reading.failures()));
        }
        return reading.missing().isEmpty()
                ? new Outcome.Runs()
                : new Outcome.Waits(Words.list(reading.missing()));
    }

    /** It was tried, and did not start. */
    static Outcome failed(Words why) {
        return new Outcome.Fails(new Words("没有启动：" + why.zhCn(), "It does not start: " + why.en()));
    }
}
