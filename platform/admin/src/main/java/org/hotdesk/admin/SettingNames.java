package org.hotdesk.admin;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a line of the settings file becomes a component's configuration.
 *
 * <p>{@code staff.grace-seconds=30} goes to the configuration {@code org.hotdesk.staff} as {@code
 * graceSeconds}: up to the last dot is the bundle, {@code org.hotdesk.} put before it and hyphens
 * turned into dots; what follows is the name in camel case, as a method of {@code @interface
 * Config}. A bundle with a dot in it is named in full: {@code com.example.routing.quiet-hours} is
 * {@code quietHours} of {@code com.example.routing}.
 */
final class SettingNames {
    private static final String OURS = "org.hotdesk.";

    private SettingNames() {}

    /** The configurations, by PID. */
    static Map<String, Map<String, Object>> byPid(Map<String, String> settings) {
        Map<String, Map<String, Object>> configurations = new TreeMap<>();
        settings.forEach(
                (key, value) -> {
                    int dot = key.lastIndexOf('.');
                    if (dot > 0 && dot < key.length() - 1) {
                        configurations
                                .computeIfAbsent(
                                        pid(key.substring(0, dot)), bundle -> new TreeMap<>())
                                .put(camelCase(key.substring(dot + 1)), value);
                    }
                });
        return configurations;
    }

    static String pid(String bundle) {
        return bundle.contains(".") ? bundle : OURS + bundle.replace('-', '.');
    }

    static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : List.of(name.split("-", -1))) {
            if (camel.isEmpty()) {
                camel.append(word);
            } else if (!word.isEmpty()) {
                camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return camel.toString();
    }
}
