package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Attachment;
import org.hotdesk.api.conversation.AttachmentId;
import org.hotdesk.api.conversation.Attachments;
import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.storage.FileStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The uploaded files of this server's conversations. */
@Component(configurationPid = "org.hotdesk.conversation")
public final class StoredAttachments implements Attachments {
    private static final Logger LOG = LoggerFactory.getLogger(StoredAttachments.class);
    private static final String AREA = "conversation";
    private static final int AN_HOUR = 100;
    private static final Duration LEFT = Duration.ofDays(1);

    /** Settings {@code conversation.*}. */
    @interface Config {
        /** Largest file, in MB; at most 64. */
        int fileMegabytes() default 20;

        /** Which files may be sent. */
        String fileTypes() default "png jpg gif webp pdf docx xlsx pptx ole txt zip mp4 mp3";
    }

    private final Tables tables;
    private final Access access;
    private final FileStore files;
    private final long limit;
    private final Set<String> allowed;
    private final ScheduledExecutorService sweeping =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("file-sweeper").daemon().factory());

    @Activate
    public StoredAttachments(
            @Reference Tables tables,
            @Reference Access access,
            @Reference FileStore files,
            Config config) {
        this.tables = tables;
        this.access = access;
        this.files = files;
        limit = (long) Math.clamp(config.fileMegabytes(), 1, 64) << 20;
        allowed =
                Arrays.stream(config.fileTypes().strip().split("[,\\s]+", -1))
                        .collect(Collectors.toSet());
        var unused = sweeping.scheduleWithFixedDelay(this::trySweep, 10, 60, TimeUnit.MINUTES);
    }

    @Deactivate
    void close() {
        sweeping.shutdownNow();
    }

    @Override
    public Attachment upload(Actor actor, String name, InputStream bytes) {
        requireMayUpload(actor);
        try {
            BufferedInputStream in = new BufferedInputStream(bytes, FileTypes.HEAD);
            in.mark(FileTypes.HEAD);
            byte[] head = in.readNBytes(FileTypes.HEAD);
            in.reset();
            FileTypes.FileType type = type(head);
            FileStore.Kept kept = files.keep(AREA, in, limit);
            return store(actor, name, type, kept);
        } catch (IOException broken) {
            throw new UncheckedIOException("The upload broke off", broken);
        }
    }

    private FileTypes.FileType type(byte[] head) {
        if (head.length == 0) {
            throw Fault.invalid("file", "file-empty", new Words("文件是空的。", "This file is empty."));
        }
        return FileTypes.of(head)
                .filter(found -> allowed.contains(found.name()))
                .orElseThrow(
                        () ->
                                Fault.invalid(
                                        "file",
                                        "file-type-refused",
                                        new Words(
                                                "这里不接收这种文件。",
                                                "Files of this kind are not taken here.")));
    }

    private Attachment store(Actor actor, String name, FileTypes.FileType type, FileStore.Kept kept)
            throws IOException {
        Pictures.Picture picture = Pictures.Picture.NONE;
        if (type.mediaType().startsWith("image/")) {
            try (InputStream in = files.read(AREA, kept.key())) {
                picture = Pictures.of(in, type);
            }
        }
        Author author = Sides.author(actor);
        AttachmentTable.NewRow row =
                new AttachmentTable.NewRow(
                        author.side(),
                        author.id(),
                        plain(name),
                        type.mediaType(),
                        kept.size(),
                        picture.width(),
                        picture.height(),
                        kept.key(),
                        thumbnail(picture),
                        tables.now());
        long id = tables.attachments().insert(row);
        return tables.attachments().find(id).orElseThrow().toAttachment();
    }

    private Optional<String> thumbnail(Pictures.Picture picture) {
        return !picture.thumbnail().hasRemaining()
                ? Optional.empty()
                : Optional.of(
                        files.keep(
                                        AREA,
                                        new ByteArrayInputStream(picture.thumbnail().array()),
                                        limit)
                                .key());
    }

    /** A name without folders and control characters. */
    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "_").strip();
        if (clean.isEmpty()) {
            return "file";
        }
        return clean.length() <= 200 ? clean : clean.substring(clean.length() - 200);
    }

    private void requireMayUpload(Actor actor) {
        if (actor instanceof Actor.Visitor visitor
                && tables.conversations().openOf(visitor.id().value()).isEmpty()) {
            throw Fault.of(
                    Fault.Category.FORBIDDEN,
                    "no-conversation",
                    new Words(
                            "文件在会话中发送，请先开始会话。",
                            "Files are sent within a conversation; begin one first."));
        }
        Author author = Sides.author(actor);
        Instant since = tables.now().minus(Duration.ofHours(1));
        if (tables.attachments().uploaded(author.side(), author.id(), since) >= AN_HOUR) {
            throw Fault.of(
                    Fault.Category.TOO_MANY,
                    "too-many-files",
                    new Words(
                            "每小时最多 100 个文件，请稍后再试。",
                            "At most " + AN_HOUR + " files an hour; try again later."));
        }
    }

    @Override
    public Content read(Actor actor, AttachmentId id) {
        AttachmentRow row = readable(actor, id);
        return new Content(row.name(), row.type(), row.size(), files.read(AREA, row.content()));
    }

    @Override
    public Content thumbnail(Actor actor, AttachmentId id) {
        AttachmentRow row = readable(actor, id);
        if (row.thumbnail().isEmpty()) {
            return read(actor, id);
        }
        try (InputStream in = files.read(AREA, row.thumbnail().get())) {
            byte[] bytes = in.readAllBytes();
            String type = bytes[0] == (byte) 0x89 ? "image/png" : "image/jpeg";
            return new Content(row.name(), type, bytes.length, new ByteArrayInputStream(bytes));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private AttachmentRow readable(Actor actor, AttachmentId id) {
        return tables.attachments()
                .find(id.value())
                .filter(row -> mayRead(actor, row))
                .orElseThrow(() -> Fault.notFound("attachment", id));
    }

    private boolean mayRead(Actor actor, AttachmentRow row) {
        return row.conversation().isPresent()
                ? access.reaches(actor, new ConversationId(row.conversation().get()))
                : isOwner(actor, row);
    }

    static boolean isOwner(Actor actor, AttachmentRow row) {
        return Sides.isAuthor(actor, new Author(row.side(), row.owner(), ""));
    }

    private void trySweep() {
        try {
            sweep();
        } catch (RuntimeException failed) {
            LOG.warn(
                    "Files that nobody names could not be removed; tried again in an hour", failed);
        }
    }

    /** Removes what no message took up within a day, and bytes that nothing names. */
    void sweep() {
        Instant before = tables.now().minus(LEFT);
        int left = tables.attachments().removeLeft(before);
        int removed = 0;
        for (String key : files.olderThan(AREA, before)) {
            if (tables.attachments().naming(key) == 0) {
                files.remove(AREA, key);
                removed++;
            }
        }
        LOG.debug("{} uploads were never sent; {} files removed", left, removed);
    }
}
