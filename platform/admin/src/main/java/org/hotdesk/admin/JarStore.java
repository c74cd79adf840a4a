package org.hotdesk.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Our own copies of the plugins that are installed. What lies in {@code plugins/} may be
 * overwritten under a running bundle, and the version before is needed once more when the new one
 * fails.
 */
final class JarStore {
    /** Where in the data folder the copies lie. */
    static final String FOLDER = "bundles/plugins";

    private final Path folder;

    JarStore(Path folder) {
        this.folder = folder;
    }

    /** Empties the store, of what an earlier run left. */
    void clear() {
        try {
            Files.createDirectories(folder);
            for (Path left : list(folder)) {
                Files.deleteIfExists(left);
            }
        } catch (IOException cannot) {
            throw new UncheckedIOException("Cannot use " + folder, cannot);
        }
    }

    /** A copy of this plugin that stays as it is. */
    PluginFile keep(PluginFile file) throws IOException {
        Path kept = folder.resolve(file.name() + "-" + file.version() + "-" + file.hash() + ".jar");
        if (!Files.exists(kept)) {
            place(file.path(), kept);
        }
        return file.at(kept);
    }

    void forget(PluginFile kept) {
        try {
            Files.deleteIfExists(kept.path());
        } catch (IOException stays) {
            // It is deleted at the next start.
            return;
        }
    }

    /** Copies under a hidden name first, so that nobody ever sees half a file. */
    static void place(Path from, Path to) throws IOException {
        Path folder = to.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(to + " lies in no folder");
        }
        Path part = Files.createTempFile(folder, ".", ".part");
        try {
            Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
            move(part, to);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherDisk) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
