package org.hotdesk.admin;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.extension.Provenance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Where plugins are changed, one change at a time: makes what runs the same as what lies in the
 * folder, and decides when a new version has proved itself.
 */
final class Workshop {
    private static final Logger log = LoggerFactory.getLogger(Workshop.class);
    private static final Actor FOLDER = new Actor.Platform("plugins folder");
    private static final Actor GUARD = new Actor.Platform("guard");

    private final PluginFolder folder;
    private final Fitter fitter;
    private final Predicate<String> platform;
    private final Duration proof;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Map<String, Set<String>> unproved = new HashMap<>();
    private final Set<String> clashes = new HashSet<>();
    private boolean begun;
    private volatile boolean closed;

    /**
     * A workshop for a folder.
     *
     * @param platform whether a symbolic name is taken by the platform itself
     * @param proof after so long without a failed first call a new version has proved itself
     */
    Workshop(PluginFolder folder, Fitter fitter, Predicate<String> platform, Duration proof) {
        this.folder = folder;
        this.fitter = fitter;
        this.platform = platform;
        this.proof = proof;
    }

    /** Work on the folder, which may fail. */
    interface Change<T> {
        T make() throws IOException;
    }

    /** Makes a change when no other is being made. */
    <T> T change(Change<T> change) {
        lock.lock();
        try {
            return change.make();
        } catch (IOException cannot) {
            log.warn("The plugins folder {} cannot be used", folder.path(), cannot);
            throw Fault.of(
                    Fault.Category.UNAVAILABLE,
                    "plugins-folder",
                    new Words(
                            "服务器无法使用插件文件夹：" + cannot.getMessage(),
                            "The server cannot use its plugins folder: " + cannot.getMessage()));
        } finally {
            lock.unlock();
        }
    }

    void close() {
        closed = true;
    }

    /**
     * Makes what runs the same as what lies in the folder.
     *
     * @return whether something may still be being written there
     */
    boolean look() {
        return !closed && change(this::lookInside);
    }

    private boolean lookInside() throws IOException {
        boolean again = folder.look();
        for (Plugin plugin : fitter.plugins()) {
            if (folder.files(plugin.name()).isEmpty()) {
                fitter.remove(FOLDER, plugin);
            }
        }
        List<PluginFile> fresh = new ArrayList<>();
        for (String name : folder.names()) {
            Optional<Plugin> plugin = fitter.find(name);
            if (platform.test(name)) {
                warnOfClash(name);
            } else if (plugin.isPresent()) {
                follow(plugin.get());
            } else {
                fresh.add(folder.files(name).getFirst());
            }
        }
        if (!fresh.isEmpty()) {
            begin(fresh);
        }
        begun = true;
        return again;
    }

    private void begin(List<PluginFile> fresh) throws IOException {
        fitter.fitFirst(FOLDER, fresh, begun ? "installed" : "");
        for (PluginFile file : fresh) {
            if (fitter.find(file.name()).isEmpty()) {
                folder.reject(
                        file,
                        new Words("框架拒绝了它，原因见日志。", "The framework refuses it; the log says why."));
            }
        }
        fallBack(fresh);
        fitter.tryAgain(FOLDER);
    }

    private void warnOfClash(String name) {
        if (clashes.add(name)) {
            log.warn("{} in the plugins folder is left aside: it is part of Hotdesk", name);
        }
    }

    /** A file of a bundle that is installed came, changed or went. */
    private void follow(Plugin plugin) throws IOException {
        PluginFile file = folder.files(plugin.name()).getFirst();
        Optional<Plugin.Installed> previous = plugin.previous();
        if (file.hasSameContentAs(plugin.current().kept())) {
            return;
        }
        if (previous.isPresent() && file.hasSameContentAs(previous.get().kept())) {
            fitter.rollBack(FOLDER, plugin, new Words("它的文件被移走了。", "Its file was taken away."));
        } else {
            replace(FOLDER, plugin, file);
        }
    }

    /** Of several files of one bundle, the next one has its turn when a first start fails. */
    private void fallBack(List<PluginFile> fresh) throws IOException {
        for (PluginFile file : fresh) {
            Optional<Plugin> plugin = fitter.find(file.name());
            while (plugin.isPresent()
                    && plugin.get().failure().isPresent()
                    && folder.files(file.name()).size() > 1) {
                folder.setAside(folder.files(file.name()).getFirst());
                replace(FOLDER, plugin.get(), folder.files(file.name()).getFirst());
                plugin = fitter.find(file.name());
            }
        }
    }

    /**
     * Puts an uploaded bundle into the folder and into use.
     *
     * @return why the version before went on instead; empty when the new one is in use
     */
    Optional<Words> upload(Actor actor, PluginFile uploaded) throws IOException {
        Optional<Plugin> plugin = fitter.find(uploaded.name());
        if (plugin.isEmpty()) {
            PluginFile file = folder.put(uploaded);
            fitter.fitFirst(actor, List.of(file), "installed");
            fitter.tryAgain(actor);
            if (fitter.find(file.name()).isEmpty()) {
                folder.delete(List.of(file));
                throw Fault.invalid(
                        "file",
                        "not-a-bundle",
                        new Words(
                                file.fileName() + " 被框架拒绝。",
                                file.fileName() + " is refused by the framework."));
            }
            return Optional.empty();
        }
        Plugin.Installed current = plugin.get().current();
        if (uploaded.hasSameContentAs(current.kept())) {
            if (!current.isActive()) {
                fitter.start(actor, plugin.get());
            }
            return Optional.empty();
        }
        return replace(actor, plugin.get(), folder.put(uploaded));
    }

    private Optional<Words> replace(Actor actor, Plugin plugin, PluginFile file)
            throws IOException {
        unproved.remove(plugin.name());
        Optional<Words> failure = fitter.replace(actor, plugin, file);
        fitter.find(plugin.name()).ifPresent(this::awaitProof);
        fitter.tryAgain(actor);
        return failure;
    }

    private void awaitProof(Plugin plugin) {
        plugin.previous()
                .ifPresent(
                        old -> {
                            Set<String> both = old.sharedWith(plugin.current());
                            unproved.put(plugin.name(), new HashSet<>(both));
                            later(() -> proveAfterTime(plugin));
                        });
    }

    private void later(Runnable work) {
        Executor then = task -> Thread.ofVirtual().name("plugin proof").start(task);
        CompletableFuture.delayedExecutor(proof.toMillis(), TimeUnit.MILLISECONDS, then)
                .execute(work);
    }

    private void proveAfterTime(Plugin then) {
        change(
                () -> {
                    Optional<Plugin> now = fitter.find(then.name());
                    if (!closed && now.isPresent() && now.get().isSameStepAs(then)) {
                        fitter.prove(now.get(), Set.of());
                    }
                    return true;
                });
    }

    /** A new version answered its first calls under this extension. */
    void proved(String extension, Provenance newer) {
        change(
                () -> {
                    Set<String> left = unproved.getOrDefault(newer.bundle(), Set.of());
                    Optional<Plugin> plugin = onProbation(newer);
                    if (plugin.isPresent() && left.remove(extension) && left.isEmpty()) {
                        fitter.prove(plugin.get(), Set.of());
                    }
                    return true;
                });
    }

    /** A first call of a new version failed. */
    void failed(Provenance newer, Words reason) {
        change(
                () -> {
                    Optional<Plugin> plugin = onProbation(newer);
                    if (plugin.isPresent()) {
                        fitter.rollBack(GUARD, plugin.get(), firstCallsFailed(reason));
                    }
                    return true;
                });
    }

    private static Words firstCallsFailed(Words reason) {
        return new Words("最初的调用失败：" + reason.zhCn(), "Its first calls failed: " + reason.en());
    }

    private Optional<Plugin> onProbation(Provenance newer) {
        return fitter.find(newer.bundle())
                .filter(plugin -> plugin.previous().isPresent())
                .filter(plugin -> plugin.current().version().equals(newer.version()));
    }

    /** Takes a plugin away, and its files. */
    void remove(Actor actor, Plugin plugin) throws IOException {
        folder.delete(folder.files(plugin.name()));
        folder.deleteSetAside(plugin.name());
        fitter.remove(actor, plugin);
    }

    Path path() {
        return folder.path();
    }
}
