package org.hotdesk.container;

import jakarta.ws.rs.GET;

import org.hotdesk.testkit.PluginJar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The plugins in {@code src/test/plugins}, good ones and bad ones, built when asked for. */
public final class SamplePlugins {
    private static final Path SOURCES = Path.of("src/test/plugins");

    private SamplePlugins() {}

    /** A strategy {@code good} that does its work; its reason names the version. */
    public static PluginJar good(String version) {
        return sample("routing-good", version);
    }

    /** A version of {@code good} that throws at every call. */
    public static PluginJar goodThatThrows(String version) {
        String throwing =
                read(SOURCES.resolve("routing-throwing/Throwing.java"))
                        .replace("\"throwing\"", "\"good\"");
        return PluginJar.of("routing-good", version, throwing);
    }

    /** A version of {@code good} that needs an API which is not there. */
    public static PluginJar goodForAnotherApi(String version) {
        return good(version).importing("org.hotdesk.api.routing", "[2.0,3)");
    }

    /** A strategy {@code throwing} that throws at every call. */
    public static PluginJar throwing() {
        return sample("routing-throwing", "1.0.0");
    }

    /** A strategy {@code sleeping} that sleeps for 30 seconds at every call. */
    public static PluginJar sleeping() {
        return sample("routing-sleeping", "1.0.0");
    }

    /** A plugin whose migration fails. */
    public static PluginJar failingMigration() {
        return sample("failing-migration", "1.0.0");
    }

    /** A plugin with a REST resource at {@code /api/v1/plugins/hello/}. */
    public static PluginJar rest(String version) {
        return sample("rest-hello", version).seeing(GET.class);
    }

    /** A plugin with a card beside the conversation. */
    public static PluginJar panel(String version) {
        return sample("panel-hello", version);
    }

    /** Half of a good plugin, as an upload that broke off leaves it. */
    public static Path halfAFile(Path folder) {
        try {
            byte[] whole = Files.readAllBytes(sample("routing-good", "9.0.0").build());
            return Files.write(folder.resolve("half.jar"), Arrays.copyOf(whole, whole.length / 2));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static PluginJar sample(String name, String version) {
        Path folder = SOURCES.resolve(name);
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            String[] sources =
                    files.stream()
                            .filter(file -> file.toString().endsWith(".java"))
                            .map(file -> read(file).replace("@version@", version))
                            .toArray(String[]::new);
            PluginJar jar = PluginJar.of(name, version, sources);
            for (Path file : files) {
                if (!file.toString().endsWith(".java")) {
                    String path = folder.relativize(file).toString().replace('\\', '/');
                    jar.with(path, read(file).replace("@version@", version));
                }
            }
            return jar;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
