package org.hotdesk.web;

import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files that were built into this bundle; read once, as there are few and they never change.
 */
final class OwnFiles {
    private final Map<String, Content> known = new ConcurrentHashMap<>();
    private final ClassLoader loader = OwnFiles.class.getClassLoader();

    /** The file of this path in the bundle, such as {@code console/index.html}. */
    Optional<Content> find(String path) {
        if (path.contains("..") || path.endsWith("/") || path.endsWith(".class")) {
            return Optional.empty();
        }
        Content seen = known.get(path);
        return seen == null ? read(path) : Optional.of(seen);
    }

    private Optional<Content> read(String path) {
        return entry(path)
                .map(
                        file ->
                                known.computeIfAbsent(
                                        path,
                                        name -> Content.read(name, file, entry(name + ".gz"))));
    }

    private Optional<URL> entry(String path) {
        return Optional.ofNullable(loader.getResource(path));
    }
}
