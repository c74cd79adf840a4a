package org.hotdesk.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The folder a server writes to: at most one server has it, and others can ask which. */
final class DataFolder implements AutoCloseable {

    /** A server at work on a data folder. */
    record Running(ProcessHandle process, String address, Path folder) {}

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes the folder for this process, making it when it is missing. */
    static DataFolder claim(Path folder) {
        try {
            createPrivately(folder);
            var channel =
                    FileChannel.open(
                            folder.resolve("hotdesk.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
            if (lock.isPresent()) {
                return new DataFolder(folder, channel);
            }
            channel.close();
            var who = running(folder).map(it -> " (pid " + it.process().pid() + ")").orElse("");
            throw Refusal.failed("Another Hotdesk" + who + " is running on " + folder);
        } catch (IOException unusable) {
            throw Refusal.failed(
                    "The data folder %s cannot be used: %s".formatted(folder, unusable));
        }
    }

    /** Says to others that this process serves at an address. */
    void announce(String address) {
        var self = ProcessHandle.current();
        try {
            Files.write(pidFile(folder), List.of(Long.toString(self.pid()), begin(self), address));
        } catch (IOException unwritable) {
            throw Refusal.failed(
                    "The data folder %s cannot be written: %s".formatted(folder, unwritable));
        }
    }

    /** The server that is at work on a folder, started or starting. */
    static Optional<Running> running(Path folder) {
        try {
            var lines = Files.readAllLines(pidFile(folder));
            return ProcessHandle.of(Long.parseLong(lines.get(0)))
                    .filter(process -> begin(process).equals(lines.get(1)))
                    .map(process -> new Running(process, lines.get(2), folder));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException nobody) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(pidFile(folder));
            channel.close();
        } catch (IOException stale) {
            // the lock goes with the process, and a stale pid file names a process that is gone
        }
    }

    private static Path pidFile(Path folder) {
        return folder.resolve("hotdesk.pid");
    }

    /** Tells a process from a later one of the same number. */
    private static String begin(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    /** Makes the folder, for its owner alone, when it is missing. */
    static void createPrivately(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
