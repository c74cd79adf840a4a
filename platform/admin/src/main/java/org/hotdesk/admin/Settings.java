package org.hotdesk.admin;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Turns the settings that the launcher read into the configurations of the bundles. Each also gets
 * {@code dataFolder}, where a bundle may keep files of its own. Values are never logged: some are
 * secret.
 */
@Component(service = Settings.class, immediate = true)
public final class Settings {
    private static final Logger log = LoggerFactory.getLogger(Settings.class);

    /** Always configured, so that their components may insist on a configuration. */
    private static final String[] ALWAYS = {
        "persistence", "staff", "customer", "conversation", "rest", "live", "web", "admin"
    };

    /** Writes all configurations; those that are as they were stay untouched. */
    @Activate
    public Settings(
            BundleContext context,
            @Reference(service = Map.class, target = "(hotdesk.settings=true)")
                    ServiceReference<?> launcher,
            @Reference ConfigurationAdmin configurations) {
        this(settings(context, launcher), configurations);
    }

    Settings(Map<String, String> settings, ConfigurationAdmin configurations) {
        Map<String, Map<String, Object>> byPid = new TreeMap<>(SettingNames.byPid(settings));
        Stream.of(ALWAYS)
                .map(SettingNames::pid)
                .forEach(pid -> byPid.computeIfAbsent(pid, none -> new TreeMap<>()));
        String data = settings.getOrDefault("data.folder", "data");
        String folder = Path.of(data).toAbsolutePath().normalize().toString();
        byPid.forEach(
                (pid, configuration) -> {
                    configuration.put("dataFolder", folder);
                    write(configurations, pid, configuration);
                });
        log.debug("Configured {}", byPid.keySet());
    }

    /** The service is a map, which a component cannot tell from a service's properties. */
    private static Map<String, String> settings(
            BundleContext context, ServiceReference<?> launcher) {
        Map<String, String> settings = new TreeMap<>();
        if (context.getService(launcher) instanceof Map<?, ?> values) {
            values.forEach((key, value) -> settings.put(key.toString(), value.toString()));
        }
        return settings;
    }

    private static void write(
            ConfigurationAdmin configurations, String pid, Map<String, Object> configuration) {
        try {
            configurations
                    .getConfiguration(pid, "?")
                    .updateIfDifferent(FrameworkUtil.asDictionary(configuration));
        } catch (IOException cannot) {
            throw new UncheckedIOException("Cannot configure " + pid, cannot);
        }
    }
}
