package org.hotdesk.admin;

import org.hotdesk.admin.Plugin.Installed;
import org.hotdesk.admin.Starter.Outcome;
import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.admin.BundleInfo.LastError;
import org.hotdesk.api.event.BundleChanged;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Installs plugins, puts a new version beside the old one, and takes one of the two away. Guarded
 * by the one lock of its owner, but for {@link #plugins()} and {@link #find}.
 */
final class Fitter {
    private static final Logger log = LoggerFactory.getLogger(Fitter.class);

    /** How long the components of a new version may wait for what they need. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What a fitter works with. */
    record Tools(
            Starter starter, News news, PluginFolder folder, JarStore store, StopMarks stops) {}

    private final Tools tools;
    private final Clock clock;
    private final Map<String, Plugin> plugins = new ConcurrentSkipListMap<>();

    Fitter(Tools tools, Clock clock) {
        this.tools = tools;
        this.clock = clock;
    }

    List<Plugin> plugins() {
        return List.copyOf(plugins.values());
    }

    Optional<Plugin> find(String name) {
        return Optional.ofNullable(plugins.get(name));
    }

    /**
     * Installs plugins that were not there, and starts them at the same time.
     *
     * @param change what to record; empty text when they only were not there because we start
     */
    void fitFirst(Actor actor, List<PluginFile> files, String change) throws IOException {
        Map<String, Outcome> outcomes = new ConcurrentSkipListMap<>();
        Map<String, Thread> starts = new HashMap<>();
        for (Installed one : installed(files)) {
            Plugin plugin = Plugin.first(one);
            plugins.put(plugin.name(), plugin);
            if (tools.stops().isStopped(plugin.name())) {
                tools.starter().resolve(one.bundle());
            } else {
                starts.put(
                        plugin.name(),
                        Thread.ofVirtual()
                                .name("start " + plugin.name())
                                .start(() -> outcomes.put(plugin.name(), start(plugin))));
            }
        }
        starts.forEach((name, thread) -> join(thread));
        outcomes.forEach((name, outcome) -> conclude(actor, name, outcome, change));
    }

    /** Those that the framework accepts; what it refuses hurts nobody else. */
    private List<Installed> installed(List<PluginFile> files) throws IOException {
        List<Installed> accepted = new ArrayList<>();
        for (PluginFile file : files) {
            try {
                accepted.add(install(file));
            } catch (Fault refused) {
                log.warn("{}", refused.getMessage());
            }
        }
        return accepted;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome start(Plugin plugin) {
        try {
            Installed current = plugin.current();
            return tools.starter().start(current.bundle(), current.kept(), Duration.ZERO);
        } catch (RuntimeException failure) {
            log.error("Starting {} failed", plugin.name(), failure);
            return Starter.failed(Words.same(failure.toString()));
        }
    }

    private void conclude(Actor actor, String name, Outcome outcome, String change) {
        Plugin plugin = plugins.get(name);
        if (plugin == null) {
            return;
        }
        switch (outcome) {
            case Outcome.Runs _, Outcome.Waits _ -> {
                plugins.put(name, plugin.well());
                tell(actor, plugin.current(), change, outcome.english());
            }
            case Outcome.Fails fails -> {
                plugins.put(name, plugin.failed(error(fails.why())));
                tell(actor, plugin.current(), "failed", fails.why().en());
            }
        }
    }

    private Installed install(PluginFile file) throws IOException {
        PluginFile kept = tools.store().keep(file);
        try {
            return new Installed(tools.starter().install(kept), kept);
        } catch (BundleException refused) {
            tools.store().forget(kept);
            throw file.refused(refused);
        }
    }

    /**
     * Puts a new version in the place of the one that is there, and keeps the old one by.
     *
     * @return why the old one went on instead; empty when the new one is in place
     */
    Optional<Words> replace(Actor actor, Plugin plugin, PluginFile file) throws IOException {
        Plugin before = plugin.previous().isPresent() ? prove(plugin, Set.of(file.path())) : plugin;
        Installed old = before.current();
        Installed newer = install(file);
        if (tools.stops().isStopped(before.name())) {
            discard(old);
            plugins.put(before.name(), before.replacedBy(newer, Optional.empty()));
            return Optional.empty();
        }
        Outcome outcome = tools.starter().start(newer.bundle(), newer.kept(), PATIENCE);
        boolean oldWorks = before.failure().isEmpty() && old.isActive();
        Optional<Words> reason = outcome.reason();
        if (oldWorks && reason.isPresent()) {
            discard(newer);
            giveBack(file, old);
            returned(actor, before, newer, reason.get());
            return reason;
        }
        if (!oldWorks) {
            discard(old);
        } else if (!old.mayRunBeside(newer)) {
            old.stop();
        }
        Optional<Installed> standby = oldWorks ? Optional.of(old) : Optional.empty();
        plugins.put(before.name(), before.replacedBy(newer, standby));
        tools.folder().delete(overruled(file));
        conclude(actor, before.name(), outcome, "updated");
        return Optional.empty();
    }

    /** Other files of the bundle, which would win over this one at the next start. */
    private List<PluginFile> overruled(PluginFile file) {
        return tools.folder().files(file.name()).stream()
                .filter(other -> !other.path().equals(file.path()))
                .filter(other -> other.version().compareTo(file.version()) >= 0)
                .toList();
    }

    /**
     * The current version has proved itself: the one before goes for good.
     *
     * @param stay files that are about to be the next version
     */
    Plugin prove(Plugin plugin, Set<Path> stay) throws IOException {
        Installed current = plugin.current();
        plugin.previous().ifPresent(this::discard);
        Plugin proved = plugin.proved();
        plugins.put(plugin.name(), proved);
        List<PluginFile> old = new ArrayList<>(tools.folder().files(plugin.name()));
        old.removeIf(
                file ->
                        stay.contains(file.path())
                                || file.hasSameContentAs(current.kept())
                                || file.version().compareTo(current.kept().version()) > 0);
        tools.folder().delete(old);
        return proved;
    }

    /** The current version failed after all: the one before takes its place again. */
    void rollBack(Actor actor, Plugin plugin, Words reason) throws IOException {
        Installed failed = plugin.current();
        Installed old = plugin.previous().orElseThrow();
        if (!old.isActive()) {
            tools.starter().start(old.bundle(), old.kept(), Duration.ZERO);
        }
        discard(failed);
        for (PluginFile file : tools.folder().files(plugin.name())) {
            if (file.hasSameContentAs(failed.kept())) {
                giveBack(file, old);
            }
        }
        returned(actor, plugin.replacedBy(old, Optional.empty()), failed, reason);
    }

    private void returned(Actor actor, Plugin plugin, Installed failed, Words reason) {
        LastError error = error(Plugin.takenBack(failed, reason));
        plugins.put(
                plugin.name(),
                new Plugin(
                        plugin.current(), Optional.empty(), Optional.empty(), Optional.of(error)));
        tell(actor, failed, "rolled-back", "to " + plugin.current().version() + ". " + reason.en());
    }

    /** The folder shows again what runs. */
    private void giveBack(PluginFile failed, Installed old) throws IOException {
        tools.folder().setAside(failed);
        boolean there =
                tools.folder().files(failed.name()).stream()
                        .anyMatch(file -> file.hasSameContentAs(old.kept()));
        if (!there) {
            tools.folder().put(old.kept());
        }
    }

    /** Starts a plugin that is stopped or failed. */
    void start(Actor actor, Plugin plugin) {
        tools.stops().unmark(plugin.name());
        Installed current = plugin.current();
        conclude(
                actor,
                plugin.name(),
                tools.starter().start(current.bundle(), current.kept(), PATIENCE),
                "started");
    }

    /** Starts what did not resolve before, without a word when it still does not. */
    void tryAgain(Actor actor) {
        for (Plugin plugin : plugins()) {
            if (plugin.isUnresolved() && !tools.stops().isStopped(plugin.name())) {
                Outcome outcome = start(plugin);
                if (!plugin.isUnresolved()) {
                    conclude(actor, plugin.name(), outcome, "started");
                }
            }
        }
    }

    /** Stops a plugin, until it is started. */
    void stop(Actor actor, Plugin plugin) throws IOException {
        tools.stops().mark(plugin.name());
        Plugin alone = plugin.previous().isPresent() ? prove(plugin, Set.of()) : plugin;
        alone.current().stop();
        plugins.put(alone.name(), alone.well());
        tell(actor, alone.current(), "stopped", "");
    }

    /** Takes a plugin away; its file in the folder is up to the caller. */
    void remove(Actor actor, Plugin plugin) {
        plugins.remove(plugin.name());
        discard(plugin.current());
        plugin.previous().ifPresent(this::discard);
        tools.stops().unmark(plugin.name());
        tell(actor, plugin.current(), "removed", "");
    }

    private void discard(Installed one) {
        one.uninstall();
        tools.store().forget(one.kept());
    }

    private LastError error(Words message) {
        return new LastError(clock.instant(), message);
    }

    private void tell(Actor actor, Installed one, String change, String detail) {
        if (change.isEmpty()) {
            log.info("Bundle {} {} runs {}", one.kept().name(), one.version(), detail);
            return;
        }
        tools.news()
                .tell(actor, new BundleChanged(one.kept().name(), one.version(), change, detail));
    }
}
