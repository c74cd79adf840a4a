package org.hotdesk.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which plugins were stopped by an administrator: one empty file each, so that it outlasts us. */
final class StopMarks {
    private final Path folder;

    StopMarks(Path folder) {
        this.folder = folder;
    }

    boolean isStopped(String name) {
        return Files.exists(folder.resolve(name));
    }

    void mark(String name) {
        try {
            Files.createDirectories(folder);
            if (!isStopped(name)) {
                Files.createFile(folder.resolve(name));
            }
        } catch (IOException cannot) {
            throw new UncheckedIOException("Cannot write to " + folder, cannot);
        }
    }

    void unmark(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException cannot) {
            throw new UncheckedIOException("Cannot write to " + folder, cannot);
        }
    }
}
