package org.hotdesk.container;

import static org.awaitility.Awaitility.await;

import org.hotdesk.api.Actor;
import org.hotdesk.api.admin.BundleInfo;
import org.hotdesk.api.admin.Bundles;
import org.hotdesk.api.admin.Health;
import org.hotdesk.api.admin.HealthReading;
import org.hotdesk.testkit.Container;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The assembled server inside the container, as its tests see it. */
final class Workplace {
    static final Actor ADMIN = new Actor.Platform("test");

    private static final Path HOME = Path.of("../server/target/hotdesk").toAbsolutePath();
    private static final Duration START = Duration.ofMinutes(2);

    final BundleContext context;
    final Bundles bundles;

    private Workplace(BundleContext context) {
        this.context = context;
        bundles = service(Bundles.class);
    }

    /** A container of the assembled bundles, with folders of its own under {@code target}. */
    static Container container(String name) {
        Path folder = Path.of("target/container", name).toAbsolutePath();
        return Container.of(HOME.normalize().resolve("bundles"))
                .exporting(
                        "org.slf4j;version=\"1.7.36\"",
                        "org.slf4j.helpers;version=\"1.7.36\"",
                        "org.slf4j.spi;version=\"1.7.36\"",
                        "org.slf4j;version=\"2.0.20\"",
                        "org.slf4j.event;version=\"2.0.20\"",
                        "org.slf4j.helpers;version=\"2.0.20\"",
                        "org.slf4j.spi;version=\"2.0.20\"",
                        "org.osgi.service.log;version=\"1.5.0\"")
                .property("hotdesk.plugins", folder.resolve("plugins").toString())
                .property("test.folder", folder.toString())
                .property("felix.cm.pm", "memory")
                .property("org.osgi.service.http.port", Integer.toString(freePort()))
                .property("org.apache.felix.http.host", "127.0.0.1")
                .property("org.apache.felix.jetty.websocket.enable", "true")
                .first(() -> prepare(folder));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static void prepare(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> old = Files.walk(folder)) {
                    for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(folder.resolve("plugins"));
            Path jars = Files.createDirectories(folder.resolve("jars"));
            SamplePlugins.good("1.0.0").in(jars);
            SamplePlugins.good("2.0.0").in(jars);
            SamplePlugins.goodThatThrows("3.0.0").in(jars);
            SamplePlugins.goodForAnotherApi("4.0.0").in(jars);
            SamplePlugins.failingMigration().in(jars);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** The server, once it is there. */
    static Workplace in(BundleContext context) {
        if (context.getServiceReference(Map.class) == null) {
            Map<String, String> settings = Map.of("data.folder", folder(context) + "/data");
            context.registerService(
                    Map.class,
                    settings,
                    FrameworkUtil.asDictionary(Map.of("hotdesk.settings", true)));
        }
        Health health = service(context, Health.class);
        await().atMost(START).until(() -> isComplete(health));
        return new Workplace(context);
    }

    /** What people connect to is tested elsewhere. */
    private static boolean isComplete(Health health) {
        return health.readings().stream()
                .anyMatch(
                        reading ->
                                reading.part().equals("platform")
                                        && reading.status() == HealthReading.Status.UP);
    }

    private static String folder(BundleContext context) {
        return context.getProperty("test.folder");
    }

    <S> S service(Class<S> type) {
        return service(context, type);
    }

    /** A service, once it is there; it may be starting at this moment. */
    private static <S> S service(BundleContext context, Class<S> type) {
        ServiceTracker<S, S> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        return await().atMost(START).until(tracker::getService, Objects::nonNull);
    }

    Path jar(String name) {
        return Path.of(folder(context), "jars", name);
    }

    Path plugins() {
        return Path.of(folder(context), "plugins");
    }

    BundleInfo install(String jar) {
        return bundles.install(ADMIN, jar(jar));
    }

    BundleInfo find(String name) {
        return bundles.find(ADMIN, name);
    }
}
