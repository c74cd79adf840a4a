package org.hotdesk.admin;

import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Lays what people set over what the settings file says, and gives it to the bundles. */
@Component(service = SettingsDesk.class)
public final class SettingsDesk {
    private final ConfigurationAdmin configurations;
    private final SettingChecks checks;

    /** What a configuration was before anybody laid something over it. */
    private final Map<String, Map<String, Object>> files = new ConcurrentHashMap<>();

    /** Comes after the settings of the file are in place. */
    @Activate
    public SettingsDesk(
            @Reference ConfigurationAdmin configurations,
            @Reference SettingChecks checks,
            @Reference Settings settings) {
        this.configurations = configurations;
        this.checks = checks;
    }

    void check(String pid, Map<String, String> values) {
        checks.check(pid, values);
    }

    /** What the settings file says. */
    Map<String, String> fromFile(String pid) {
        Map<String, String> texts = new TreeMap<>();
        file(pid).forEach((name, value) -> texts.put(name, value.toString()));
        return texts;
    }

    /** The values that the bundle goes by, as far as they are not its own usual ones. */
    Map<String, String> inUse(String pid) {
        Map<String, String> texts = new TreeMap<>();
        read(pid).forEach((name, value) -> texts.put(name, value.toString()));
        return texts;
    }

    /** Gives a bundle what people set. */
    void apply(String pid, Map<String, String> values) {
        Map<String, Object> all = new TreeMap<>(file(pid));
        all.putAll(values);
        try {
            configuration(pid).updateIfDifferent(FrameworkUtil.asDictionary(all));
        } catch (IOException cannot) {
            throw new UncheckedIOException("Cannot configure " + pid, cannot);
        }
    }

    private Map<String, Object> file(String pid) {
        return files.computeIfAbsent(pid, this::read);
    }

    private Map<String, Object> read(String pid) {
        Map<String, Object> all = new TreeMap<>();
        Dictionary<String, Object> properties = configuration(pid).getProperties();
        if (properties != null) {
            Collections.list(properties.keys())
                    .forEach(name -> all.put(name, properties.get(name)));
        }
        all.remove("service.pid");
        return all;
    }

    private Configuration configuration(String pid) {
        try {
            return configurations.getConfiguration(pid, "?");
        } catch (IOException cannot) {
            throw new UncheckedIOException("Cannot read the configuration " + pid, cannot);
        }
    }
}
