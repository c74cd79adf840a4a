package org.hotdesk.launcher;

import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The jars of the server: {@code bundles/<start level>/*.jar}, and {@code bundles/demo} above them.
 */
record BundleFolders(Path root) {

    /** The level that a server starts up to; the demonstration's bundles are on it. */
    int highestLevel() {
        return levels().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    }

    /** Installs and marks to start; nothing runs before the framework does. */
    void install(Framework framework, boolean demo) throws BundleException {
        for (var level : levels()) {
            install(framework, root.resolve(Integer.toString(level)), level);
        }
        if (demo) {
            install(framework, root.resolve("demo"), highestLevel());
        }
    }

    private static void install(Framework framework, Path folder, int level)
            throws BundleException {
        var context = framework.getBundleContext();
        for (var jar : list(folder, "*.jar")) {
            var bundle = context.installBundle("reference:" + jar.toUri());
            bundle.adapt(BundleStartLevel.class).setStartLevel(level);
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                bundle.start();
            }
        }
    }

    private List<Integer> levels() {
        return list(root, "[1-9]").stream()
                .map(folder -> Integer.valueOf(folder.getFileName().toString()))
                .toList();
    }

    private static List<Path> list(Path folder, String glob) {
        var found = new ArrayList<Path>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
            entries.forEach(found::add);
        } catch (IOException missing) {
            throw Refusal.failed(
                    "This installation is not complete: %s is missing".formatted(folder));
        }
        found.sort(null);
        return found;
    }
}
