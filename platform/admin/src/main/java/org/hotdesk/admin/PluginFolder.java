package org.hotdesk.admin;

import org.hotdesk.admin.PluginFile.NotABundle;
import org.hotdesk.api.Words;
import org.hotdesk.api.admin.BundleInfo.LastError;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The folder {@code plugins/}: which bundles lie in it, and which files are none. Guarded by the
 * one lock of its owner, but for {@link #broken()}.
 */
final class PluginFolder {
    /** A file that cannot be read is taken for one that is still being written, for so long. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final String JAR = ".jar";
    private static final String ASIDE = ".failed";

    private record Stamp(long size, Instant modified) {}

    private final Path folder;
    private final Clock clock;
    private final Map<Path, Stamp> known = new TreeMap<>();
    private final Map<Path, PluginFile> bundles = new TreeMap<>();
    private volatile Map<String, LastError> broken = Map.of();

    PluginFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    Path path() {
        return folder;
    }

    /** Files that are no bundles, by name, and why. */
    Map<String, LastError> broken() {
        return broken;
    }

    /**
     * Looks at what is new in the folder.
     *
     * @return whether something may still be being written, so that another look is due
     */
    boolean look() throws IOException {
        Files.createDirectories(folder);
        Map<Path, Stamp> now = new TreeMap<>();
        for (Path file : JarStore.list(folder)) {
            String name = file.getFileName().toString();
            if (name.endsWith(JAR) && !name.startsWith(".")) {
                stamp(file).ifPresent(stamp -> now.put(file, stamp));
            }
        }
        known.keySet().retainAll(now.keySet());
        bundles.keySet().retainAll(now.keySet());
        Map<String, LastError> unreadable = new TreeMap<>(broken);
        unreadable.keySet().retainAll(now.keySet().stream().map(PluginFolder::name).toList());
        boolean again = false;
        for (Map.Entry<Path, Stamp> one : now.entrySet()) {
            if (!one.getValue().equals(known.get(one.getKey()))) {
                again |= !read(one.getKey(), one.getValue(), unreadable);
            }
        }
        broken = Map.copyOf(unreadable);
        return again;
    }

    private boolean read(Path file, Stamp stamp, Map<String, LastError> unreadable) {
        try {
            bundles.put(file, PluginFile.read(file));
            unreadable.remove(name(file));
        } catch (NotABundle reason) {
            if (stamp.modified().plus(GRACE).isAfter(clock.instant())) {
                return false;
            }
            bundles.remove(file);
            unreadable.put(name(file), new LastError(clock.instant(), reason.words()));
        }
        known.put(file, stamp);
        return true;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static Optional<Stamp> stamp(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(
                            new Stamp(attributes.size(), attributes.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (NoSuchFileException goneMeanwhile) {
            return Optional.empty();
        }
    }

    /** The names of all bundles that lie here. */
    List<String> names() {
        return bundles.values().stream().map(PluginFile::name).distinct().sorted().toList();
    }

    /** Every file that is this bundle, the highest version first, among equals the youngest. */
    List<PluginFile> files(String name) {
        return bundles.values().stream()
                .filter(file -> file.name().equals(name))
                .sorted(
                        Comparator.comparing(PluginFile::version)
                                .thenComparing(file -> modified(file.path()))
                                .reversed())
                .toList();
    }

    private Instant modified(Path file) {
        Stamp stamp = known.get(file);
        return stamp == null ? Instant.EPOCH : stamp.modified();
    }

    /** Puts a bundle here under its own name. */
    PluginFile put(PluginFile file) throws IOException {
        Files.createDirectories(folder);
        Path place = folder.resolve(file.fileName());
        JarStore.place(file.path(), place);
        return noted(file.at(place));
    }

    private PluginFile noted(PluginFile file) throws IOException {
        Optional<Stamp> stamp = stamp(file.path());
        if (stamp.isPresent()) {
            known.put(file.path(), stamp.get());
            bundles.put(file.path(), file);
        }
        return file;
    }

    /** Renames a bundle that failed, so that it lies here and is not looked at again. */
    void setAside(PluginFile file) throws IOException {
        if (bundles.remove(file.path()) != null && Files.exists(file.path())) {
            Path aside = file.path().resolveSibling(name(file.path()) + ASIDE);
            JarStore.move(file.path(), aside);
        }
        known.remove(file.path());
    }

    /** Deletes what was set aside of a bundle. */
    void deleteSetAside(String name) throws IOException {
        for (Path file : JarStore.list(folder)) {
            if (name(file).endsWith(JAR + ASIDE) && name.equals(bundleIn(file))) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Empty text when it is none. */
    private static String bundleIn(Path file) {
        try {
            return PluginFile.read(file).name();
        } catch (NotABundle unreadable) {
            return "";
        }
    }

    /** Shows a file as no bundle after all. */
    void reject(PluginFile file, Words reason) {
        Map<String, LastError> unreadable = new TreeMap<>(broken);
        unreadable.put(name(file.path()), new LastError(clock.instant(), reason));
        broken = Map.copyOf(unreadable);
        bundles.remove(file.path());
    }

    /** Deletes these files. */
    void delete(List<PluginFile> files) throws IOException {
        for (PluginFile file : new ArrayList<>(files)) {
            Files.deleteIfExists(file.path());
            known.remove(file.path());
            bundles.remove(file.path());
        }
    }

    /** Deletes a file that is no bundle; false when there is none of this name. */
    boolean deleteBroken(String name) throws IOException {
        if (!broken.containsKey(name)) {
            return false;
        }
        Files.deleteIfExists(folder.resolve(name));
        look();
        return true;
    }
}
