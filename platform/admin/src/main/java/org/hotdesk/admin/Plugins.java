package org.hotdesk.admin;

import org.hotdesk.admin.PluginFile.NotABundle;
import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Permission;
import org.hotdesk.api.Words;
import org.hotdesk.api.admin.BundleInfo;
import org.hotdesk.api.admin.BundleState;
import org.hotdesk.api.admin.Bundles;
import org.hotdesk.api.admin.DryRun;
import org.hotdesk.api.extension.ExtensionState;
import org.hotdesk.api.extension.Extensions;
import org.hotdesk.api.extension.ProbationListener;
import org.hotdesk.api.extension.Provenance;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The plugins of this server: what lies in {@code plugins/} runs. */
@Component(
        service = {Bundles.class, ProbationListener.class, Plugins.class},
        configurationPid = "org.hotdesk.admin",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        immediate = true)
public final class Plugins implements Bundles, ProbationListener {
    private static final Logger log = LoggerFactory.getLogger(Plugins.class);

    /** Settings {@code admin.*}. */
    @interface Config {
        /** Where we keep our copies of the jars, and who is stopped. */
        String dataFolder();

        /** After so long without a failed first call a new version has proved itself. */
        int proveSeconds() default 30;
    }

    private final BundleContext context;
    private final PluginFolder folder;
    private final Fitter fitter;
    private final Workshop workshop;
    private final Report report;
    private final StopMarks stops;
    private final ServiceRegistration<CollisionHook> collisions;
    private final FolderWatch watch;
    private volatile boolean processed;

    /** Starts what lies in the folder, and watches it. */
    @Activate
    public Plugins(
            BundleContext context, Config config, @Reference Starter starter, @Reference News news)
            throws IOException {
        this.context = context;
        Path data = Path.of(config.dataFolder()).toAbsolutePath();
        folder = new PluginFolder(place(context), Clock.systemUTC());
        stops = new StopMarks(data.resolve("bundles/stopped"));
        JarStore store = new JarStore(data.resolve(JarStore.FOLDER));
        Fitter.Tools tools = new Fitter.Tools(starter, news, folder, store, stops);
        fitter = new Fitter(tools, Clock.systemUTC());
        Duration proof = Duration.ofSeconds(config.proveSeconds());
        workshop = new Workshop(folder, fitter, this::isPlatform, proof);
        report = new Report(starter, () -> states(context));
        sweep(data.resolve(JarStore.FOLDER));
        store.clear();
        collisions = context.registerService(CollisionHook.class, this::allowTwins, null);
        watch = new FolderWatch(folder.path(), this::look);
    }

    private static List<ExtensionState> states(BundleContext context) {
        return Lookup.ask(context, Extensions.class, Extensions::states).orElse(List.of());
    }

    private static Path place(BundleContext context) {
        return Optional.ofNullable(context.getProperty("hotdesk.plugins"))
                .map(Path::of)
                .orElseGet(() -> home(context).resolve("plugins"))
                .toAbsolutePath();
    }

    private static Path home(BundleContext context) {
        return Path.of(Optional.ofNullable(context.getProperty("hotdesk.home")).orElse("."));
    }

    /** Uninstalls what an earlier life of this bundle left in the framework. */
    private void sweep(Path jars) {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getLocation().startsWith(Starter.location(jars))) {
                try {
                    bundle.uninstall();
                } catch (BundleException stays) {
                    log.warn("{} is left from before", bundle, stays);
                }
            }
        }
    }

    /** Lets two builds of one version of a plugin stand side by side for a moment. */
    private void allowTwins(int operation, Bundle target, Collection<Bundle> twins) {
        twins.removeIf(twin -> fitter.find(twin.getSymbolicName()).isPresent());
    }

    private boolean look() {
        boolean again = workshop.look();
        processed = true;
        return again;
    }

    @Deactivate
    void close() throws IOException {
        workshop.close();
        watch.close();
        collisions.unregister();
    }

    /** Whether everything in the folder has been started once. */
    boolean isProcessed() {
        return processed;
    }

    /** The bundles of Hotdesk itself. */
    Stream<Bundle> platform() {
        return Arrays.stream(context.getBundles())
                .filter(Report::isOurs)
                .filter(bundle -> !Starter.isPlugin(bundle));
    }

    private boolean isPlatform(String name) {
        return fitter.find(name).isEmpty()
                && Arrays.stream(context.getBundles())
                        .anyMatch(bundle -> name.equals(bundle.getSymbolicName()));
    }

    /** The plugins as they are now, without asking who wants to know. */
    List<BundleInfo> plugins() {
        Stream<BundleInfo> installed = fitter.plugins().stream().map(report::plugin);
        Stream<BundleInfo> broken =
                folder.broken().entrySet().stream()
                        .map(one -> report.broken(one.getKey(), one.getValue()));
        return Stream.concat(installed, broken).toList();
    }

    static boolean isAiling(BundleInfo plugin) {
        return plugin.state() == BundleState.FAILED || plugin.state() == BundleState.UNRESOLVED;
    }

    @Override
    public List<BundleInfo> list(Actor actor) {
        actor.require(Permission.BUNDLE_MANAGE);
        return Stream.concat(plugins().stream(), platform().map(report::platform))
                .sorted(Comparator.comparing(BundleInfo::name))
                .toList();
    }

    @Override
    public BundleInfo find(Actor actor, String name) {
        return list(actor).stream()
                .filter(bundle -> bundle.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Fault.notFound("bundle", name));
    }

    @Override
    public DryRun check(Actor actor, Path jar) {
        actor.require(Permission.BUNDLE_MANAGE);
        PluginFile file = read(jar);
        return report.check(file, fitter.find(file.name()));
    }

    private PluginFile read(Path jar) {
        try {
            PluginFile file = PluginFile.read(jar);
            if (isPlatform(file.name())) {
                throw Fault.invalid(
                        "file",
                        "bundle-is-platform",
                        new Words(
                                file.name() + " 是系统自带的组件，随新版本一起更新。",
                                file.name() + " is part of Hotdesk; it comes with a new Hotdesk."));
            }
            return file;
        } catch (NotABundle reason) {
            throw Fault.invalid("file", "not-a-bundle", reason.words());
        }
    }

    @Override
    public BundleInfo install(Actor actor, Path jar) {
        actor.require(Permission.BUNDLE_MANAGE);
        PluginFile file = read(jar);
        stops.unmark(file.name());
        Optional<Words> failure = workshop.change(() -> workshop.upload(actor, file));
        if (failure.isPresent()) {
            throw Fault.of(
                    Fault.Category.CONFLICT,
                    "bundle-rolled-back",
                    new Words(
                            "旧版本继续运行。" + failure.get().zhCn(),
                            "The version before goes on. " + failure.get().en()));
        }
        return find(actor, file.name());
    }

    @Override
    public BundleInfo start(Actor actor, String name) {
        return changed(
                actor,
                name,
                plugin -> {
                    if (!plugin.current().isActive()) {
                        fitter.start(actor, plugin);
                    }
                });
    }

    @Override
    public BundleInfo stop(Actor actor, String name) {
        return changed(actor, name, plugin -> fitter.stop(actor, plugin));
    }

    /** What is done to a plugin. */
    private interface Deed {
        void on(Plugin plugin) throws IOException;
    }

    private BundleInfo changed(Actor actor, String name, Deed deed) {
        change(actor, name, deed);
        return find(actor, name);
    }

    private void change(Actor actor, String name, Deed deed) {
        actor.require(Permission.BUNDLE_MANAGE);
        workshop.change(
                () -> {
                    deed.on(fitter.find(name).orElseThrow(() -> unchangeable(actor, name)));
                    return true;
                });
    }

    private Fault unchangeable(Actor actor, String name) {
        BundleInfo bundle = find(actor, name);
        Words why =
                bundle.platform()
                        ? new Words(
                                name + " 是系统自带的组件，运行时不能更改。",
                                name + " is part of Hotdesk and cannot be changed while it runs.")
                        : new Words(
                                name + " 不是插件，只能移除。",
                                name + " is no bundle; it can only be removed.");
        return Fault.of(Fault.Category.CONFLICT, "bundle-unchangeable", why);
    }

    @Override
    public void remove(Actor actor, String name) {
        actor.require(Permission.BUNDLE_MANAGE);
        if (!workshop.change(() -> folder.deleteBroken(name))) {
            change(actor, name, plugin -> workshop.remove(actor, plugin));
        }
    }

    @Override
    public void proved(String point, Provenance newer) {
        String type = point.substring(point.lastIndexOf('.') + 1);
        workshop.proved(type + " " + newer.extension(), newer);
    }

    @Override
    public void failed(String point, Provenance newer, Words reason) {
        workshop.failed(newer, reason);
    }
}
