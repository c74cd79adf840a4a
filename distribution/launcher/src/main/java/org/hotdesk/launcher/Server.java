package org.hotdesk.launcher;

import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceException;
import org.osgi.framework.launch.Framework;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server's life in this process: takes its data folder, runs the framework, and drains at the
 * end.
 */
final class Server {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Settings settings;
    private final boolean demo;
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private volatile int exitCode;

    private Server(Settings settings, boolean demo) {
        this.settings = settings;
        this.demo = demo;
    }

    /** Runs until the framework stops, which a signal or an administrator asks for. */
    static void run(Settings settings, boolean demo) {
        var began = System.nanoTime();
        Logs.configure(settings);
        try (var data = DataFolder.claim(settings.data())) {
            new Server(settings.withPort(freePort(settings)), demo).run(data, began);
        } catch (BundleException | InterruptedException broken) {
            throw Refusal.failed("The server did not start: " + broken.getMessage());
        }
    }

    private void run(DataFolder data, long began) throws BundleException, InterruptedException {
        var address = new Address(settings);
        data.announce(address.url());
        var framework = prepare();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(framework, data), "stop"));
        if (Boolean.getBoolean("hotdesk.stop-with-parent")) {
            ProcessHandle.current().parent().ifPresent(Server::stopAfter);
        }
        start(framework, address);
        var welcome = new Welcome(address, demo, settings.logFile().isPresent());
        Thread.ofVirtual().name("welcome").start(() -> welcome.whenReady(began));
        framework.waitForStop(0);
    }

    /** Maven, when it is ended by a signal, leaves its children behind. */
    private static void stopAfter(ProcessHandle parent) {
        var unused = parent.onExit().thenRun(() -> System.exit(0));
    }

    private Framework prepare() throws BundleException {
        var framework = new FrameworkFactory().newFramework(configuration());
        framework.init();
        var context = framework.getBundleContext();
        Logs.bridge(context);
        context.addFrameworkListener(this::hear);
        var properties = FrameworkUtil.asDictionary(Map.of("hotdesk.settings", true));
        context.registerService(Map.class, settings.values(), properties);
        return framework;
    }

    private void start(Framework framework, Address address) throws BundleException {
        exitCode = Refusal.FAILED;
        var folders = new BundleFolders(settings.home().resolve("bundles"));
        folders.install(framework, demo);
        framework.start();
        if (!failures.isEmpty()) {
            throw Refusal.failed("The server did not start: " + failures.getFirst());
        }
        if (!address.isOpen()) {
            throw Refusal.failed("The server does not listen on " + address.url());
        }
        exitCode = 0;
    }

    /**
     * Stops bundles from the last level to the first, each letting its work under way end, within
     * limits.
     */
    private void stop(Framework framework, DataFolder data) {
        LOG.info("Stopping");
        var stopped = false;
        try {
            framework.stop();
            var event = framework.waitForStop(settings.stopSeconds() * 1_000L);
            stopped = event.getType() != FrameworkEvent.WAIT_TIMEDOUT;
        } catch (BundleException | InterruptedException broken) {
            LOG.error("Cannot stop in order", broken);
        }
        data.close();
        if (stopped) {
            LOG.info("Stopped");
        } else {
            LOG.error("Not stopped within {} s: ended as it was", settings.stopSeconds());
        }
        Runtime.getRuntime().halt(stopped ? exitCode : Refusal.FAILED);
    }

    /**
     * A bundle that cannot start ends the start; what else goes wrong inside is worth a line in the
     * log.
     */
    private void hear(FrameworkEvent event) {
        if (event.getType() != FrameworkEvent.ERROR) {
            return;
        }
        var error = event.getThrowable();
        var what = event.getBundle().getSymbolicName() + ": " + error.getMessage();
        if (error instanceof BundleException) {
            failures.add(what);
        }
        if (error instanceof ServiceException) {
            LOG.debug(what); // a component failed, which has told why itself
        } else if (error instanceof BundleException unresolved
                && unresolved.getType() == BundleException.RESOLVE_ERROR) {
            LOG.error(what); // says which package is missing; the stack says nothing
        } else {
            LOG.error(what, error);
        }
    }

    private Map<String, String> configuration() {
        var levels = new BundleFolders(settings.home().resolve("bundles")).highestLevel();
        var configuration = new HashMap<String, String>();
        configuration.put(
                Constants.FRAMEWORK_STORAGE, settings.data().resolve("framework").toString());
        configuration.put(
                Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        configuration.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, Integer.toString(levels));
        configuration.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, exported());
        // On a slow machine the first component of a chain may take long; who waits would stay
        // broken.
        configuration.put("ds.lock.timeout.milliseconds", "60000");
        configuration.put("felix.log.level", "0"); // its events are heard and logged here
        configuration.put("felix.cm.pm", "memory"); // some settings are secret, and no file of ours
        configuration.put("hotdesk.home", settings.home().toString());
        configuration.put("hotdesk.plugins", settings.home().resolve("plugins").toString());
        configuration.put("hotdesk.demo", Boolean.toString(demo));
        configuration.put("org.osgi.service.http.port", Integer.toString(settings.port()));
        configuration.put("org.apache.felix.http.host", settings.host());
        configuration.put("org.apache.felix.jetty.websocket.enable", "true");
        configuration.put("org.apache.felix.http.jetty.virtualthreads.enable", "true");
        return configuration;
    }

    /**
     * The log interfaces that bundles share with the launcher; SLF4J also as the version older ones
     * ask for.
     */
    private static String exported() {
        return """
        org.slf4j;org.slf4j.helpers;org.slf4j.spi;version="1.7.36",\
        org.slf4j;org.slf4j.event;org.slf4j.helpers;org.slf4j.spi;version="2.0.20",\
        org.osgi.service.log;version="1.5.0"\
        """;
    }

    private static int freePort(Settings settings) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(
                    new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()));
            return probe.getLocalPort();
        } catch (IOException taken) {
            throw Refusal.failed(
                    "Cannot listen on %s:%d: %s"
                            .formatted(settings.host(), settings.port(), taken.getMessage()));
        }
    }
}
