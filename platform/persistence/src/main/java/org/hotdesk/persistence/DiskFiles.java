package org.hotdesk.persistence;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.storage.FileStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Uploaded bytes in the data folder, each file named by its hash and forced to the disk. */
@Component(
        configurationPid = "org.hotdesk.persistence",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class DiskFiles implements FileStore {
    private static final Logger LOG = LoggerFactory.getLogger(DiskFiles.class);
    private static final Pattern AREA = Pattern.compile("[a-z]{1,40}");
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
    private static final String ARRIVING = "arriving-";

    private final Path root;

    @Activate
    public DiskFiles(Connector.Config config) {
        this(Path.of(config.dataFolder(), "files"));
    }

    DiskFiles(Path root) {
        this.root = root;
    }

    @Override
    public Kept keep(String area, InputStream bytes, long limit) {
        try {
            Path folder = Files.createDirectories(folder(area));
            Path arriving = Files.createTempFile(folder, ARRIVING, "");
            try {
                return keep(area, arriving, bytes, limit);
            } finally {
                Files.deleteIfExists(arriving);
            }
        } catch (IOException failed) {
            LOG.error("Nothing kept in {}", root, failed);
            throw Fault.of(
                    Fault.Category.UNAVAILABLE,
                    "file-not-kept",
                    new Words(
                            "文件没有保存成功，请稍后重试。",
                            "The file could not be kept; try again in a moment."));
        }
    }

    private Kept keep(String area, Path arriving, InputStream bytes, long limit)
            throws IOException {
        MessageDigest digest = sha256();
        long size = copy(bytes, arriving, digest, limit);
        String key = HexFormat.of().formatHex(digest.digest());
        Path file = file(area, key);
        if (Files.exists(file)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return new Kept(key, size);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder for " + file);
        }
        Files.createDirectories(folder);
        force(arriving, WRITE);
        Files.move(arriving, file, ATOMIC_MOVE);
        force(folder, READ);
        force(folder(area), READ);
        return new Kept(key, size);
    }

    private static long copy(InputStream bytes, Path to, MessageDigest digest, long limit)
            throws IOException {
        long size = 0;
        byte[] buffer = new byte[16 * 1024];
        try (OutputStream out = Files.newOutputStream(to)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw Fault.of(
                            Fault.Category.TOO_LARGE,
                            "file-too-large",
                            new Words(
                                    "文件最多 " + (limit >> 20) + " MB。",
                                    "A file has at most " + (limit >> 20) + " MB."));
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return size;
    }

    /** A file is on disk when its bytes are, and its name in its folder is. */
    private static void force(Path path, java.nio.file.StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    @Override
    public InputStream read(String area, String key) {
        try {
            return Files.newInputStream(file(area, key));
        } catch (NoSuchFileException gone) {
            throw Fault.notFound("file", key);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public List<String> olderThan(String area, Instant moment) {
        if (!Files.exists(folder(area))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder(area), 2)) {
            return files.filter(file -> KEY.matcher(name(file)).matches())
                    .filter(file -> isOlder(file, moment))
                    .map(DiskFiles::name)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static boolean isOlder(Path file, Instant moment) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }

    @Override
    public void remove(String area, String key) {
        try {
            Files.deleteIfExists(file(area, key));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Path folder(String area) {
        if (!AREA.matcher(area).matches()) {
            throw new IllegalArgumentException("An area is named in lower-case letters: " + area);
        }
        return root.resolve(area);
    }

    private Path file(String area, String key) {
        if (!KEY.matcher(key).matches()) {
            throw Fault.notFound("file", key);
        }
        return folder(area).resolve(key.substring(0, 2)).resolve(key);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
