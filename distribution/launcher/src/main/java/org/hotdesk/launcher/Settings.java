package org.hotdesk.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the operator chose: the settings file, overridden by the environment. */
record Settings(Path home, Map<String, String> values) {

    private static final String FILE = "conf/hotdesk.properties";

    /** A line of the settings file that shows a setting, in force or as a comment. */
    private static final Pattern SETTING =
            Pattern.compile("(?m)^#?([a-z][a-z0-9-]*\\.[a-z0-9.-]+)=");

    /** A setting of a bundle from elsewhere, which is named in full. */
    private static final Pattern OF_A_PLUGIN =
            Pattern.compile("(?!org\\.hotdesk\\.)\\w+(\\.[\\w-]+){2,}");

    private static final Map<String, String> DEFAULTS =
            Map.of(
                    "http.host",
                    "127.0.0.1",
                    "http.port",
                    "8080",
                    "data.folder",
                    "data",
                    "stop.seconds",
                    "30");

    private static final Map<String, String> ENVIRONMENT =
            Map.of(
                    "HOTDESK_HOST", "http.host",
                    "HOTDESK_PORT", "http.port",
                    "HOTDESK_LOG_FILE", "log.file",
                    "HOTDESK_DB_URL", "persistence.url",
                    "HOTDESK_DB_USER", "persistence.user");

    private static final Map<String, String> SECRETS =
            Map.of(
                    "HOTDESK_DB_PASSWORD", "persistence.password",
                    "HOTDESK_ADMIN_PASSWORD", "staff.admin-password");

    Settings {
        values = Map.copyOf(values);
    }

    /** Reads the settings of the installation in a folder. */
    static Settings read(Path home, Map<String, String> environment) {
        var values = new TreeMap<>(DEFAULTS);
        values.putAll(file(home.resolve(FILE)));
        values.compute(
                "data.folder", (key, folder) -> home.resolve(String.valueOf(folder)).toString());
        ENVIRONMENT.forEach(
                (variable, key) ->
                        given(environment, variable).ifPresent(value -> values.put(key, value)));
        SECRETS.forEach(
                (variable, key) ->
                        secret(environment, variable).ifPresent(value -> values.put(key, value)));
        given(environment, "HOTDESK_DATA")
                .ifPresent(
                        folder ->
                                values.put(
                                        "data.folder",
                                        Path.of(folder).toAbsolutePath().toString()));
        return new Settings(home, values).checked();
    }

    /** The same for a demonstration: sample data in a folder of their own, on loopback only. */
    Settings forDemo() {
        if (!isLoopback(host())) {
            throw Refusal.misused(
                    "The demo has well-known passwords and listens on loopback only, not on "
                            + host());
        }
        var demo = new LinkedHashMap<>(values);
        demo.put("data.folder", data().resolve("demo").toString());
        demo.putIfAbsent("staff.admin-password", "hotdesk-demo");
        // Nobody but this machine can come, and what it tries out, such as a replay, is fast.
        demo.putIfAbsent("live.frames-per-second", "0");
        demo.putIfAbsent("rest.visitors-per-minute", "0");
        demo.putIfAbsent("rest.sign-ins-per-minute", "0");
        return new Settings(home, demo);
    }

    /** The same with another port, for the one that was found free. */
    Settings withPort(int port) {
        var moved = new LinkedHashMap<>(values);
        moved.put("http.port", Integer.toString(port));
        return new Settings(home, moved);
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    String host() {
        return required("http.host");
    }

    int port() {
        return number("http.port", 0, 65_535);
    }

    Path data() {
        return Path.of(required("data.folder")).normalize();
    }

    /** The log's file, when it does not go to the terminal. */
    Optional<Path> logFile() {
        return get("log.file").map(home::resolve);
    }

    int stopSeconds() {
        return number("stop.seconds", 1, 3_600);
    }

    /** Never shows the values: some are secret. */
    @Override
    public String toString() {
        return "Settings" + new TreeSet<>(values.keySet());
    }

    private Settings checked() {
        port();
        stopSeconds();
        var format = get("log.format").orElse("text");
        if (!Set.of("text", "json").contains(format)) {
            throw Refusal.misused("log.format is text or json, not " + format);
        }
        return this;
    }

    private int number(String key, int least, int most) {
        var text = required(key);
        try {
            var number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below, like a number out of range
        }
        throw Refusal.misused(
                "%s is a number from %d to %d, not %s".formatted(key, least, most, text));
    }

    private String required(String key) {
        return get(key).orElseThrow(() -> new IllegalStateException(key));
    }

    private static Map<String, String> file(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        var known = known();
        var values = new TreeMap<String, String>();
        try (Reader reader = Files.newBufferedReader(file)) {
            for (var entry : properties(reader).entrySet()) {
                var key = String.valueOf(entry.getKey());
                if (!known.contains(key) && !OF_A_PLUGIN.matcher(key).matches()) {
                    throw Refusal.misused("%s: there is no setting %s".formatted(file, key));
                }
                var value = String.valueOf(entry.getValue()).strip();
                if (!value.isEmpty()) {
                    values.put(key, value);
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw Refusal.misused("%s cannot be read: %s".formatted(file, unreadable.getMessage()));
        }
        return values;
    }

    private static Properties properties(Reader reader) throws IOException {
        var properties = new Properties();
        properties.load(reader);
        return properties;
    }

    /** Every setting that the shipped settings file shows. */
    static Set<String> known() {
        try (InputStream shipped = Settings.class.getResourceAsStream("hotdesk.properties")) {
            if (shipped == null) {
                throw new IllegalStateException("the launcher lacks its settings file");
            }
            var known = new TreeSet<String>();
            SETTING.matcher(new String(shipped.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .forEach(line -> known.add(line.group(1)));
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> given(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static Optional<String> secret(Map<String, String> environment, String variable) {
        return given(environment, variable)
                .or(
                        () ->
                                given(environment, variable + "_FILE")
                                        .map(
                                                file -> {
                                                    try {
                                                        return Files.readString(Path.of(file))
                                                                .strip();
                                                    } catch (IOException unreadable) {
                                                        throw Refusal.misused(
                                                                "%s_FILE cannot be read: %s"
                                                                        .formatted(variable, file));
                                                    }
                                                }));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw Refusal.misused("http.host is not an address of this machine: " + host);
        }
    }
}
