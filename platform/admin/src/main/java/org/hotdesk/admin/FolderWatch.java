package org.hotdesk.admin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Looks into a folder whenever something happened there and it has been quiet since for a moment,
 * and now and then in any case.
 */
final class FolderWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);
    private static final long QUIET_MILLIS = 200;
    private static final long AGAIN_MILLIS = 500;
    private static final long ANYWAY_MILLIS = 5_000;

    private final WatchService watch;
    private final BooleanSupplier look;

    /**
     * Watches a folder from now on.
     *
     * @param look answers whether it wants to look again soon
     */
    FolderWatch(Path folder, BooleanSupplier look) throws IOException {
        this.look = look;
        Files.createDirectories(folder);
        watch = folder.getFileSystem().newWatchService();
        folder.register(
                watch,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
        Thread.ofVirtual().name("plugins folder").start(this::run);
    }

    private void run() {
        try {
            boolean again = lookSafely();
            while (true) {
                boolean happened = happens(again ? AGAIN_MILLIS : ANYWAY_MILLIS);
                while (happened) {
                    happened = happens(QUIET_MILLIS);
                }
                again = lookSafely();
            }
        } catch (ClosedWatchServiceException | InterruptedException end) {
            log.debug("The plugins folder is no longer watched");
        }
    }

    private boolean lookSafely() {
        try {
            return look.getAsBoolean();
        } catch (RuntimeException failure) {
            log.error("Looking into the plugins folder failed", failure);
            return false;
        }
    }

    private boolean happens(long millis) throws InterruptedException {
        WatchKey key = watch.poll(millis, TimeUnit.MILLISECONDS);
        if (key == null) {
            return false;
        }
        key.pollEvents();
        key.reset();
        return true;
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
