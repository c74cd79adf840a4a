package org.hotdesk.conversation;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Attachment;
import org.hotdesk.api.conversation.AttachmentId;
import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.MessagePosted;
import org.hotdesk.api.event.MessagesRead;
import org.hotdesk.api.storage.DuplicateKey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes a batch of work in one transaction, with as few statements as there are kinds of work. */
final class MessageBatch {
    private final Tables tables;
    private final Access access;

    MessageBatch(Tables tables, Access access) {
        this.tables = tables;
        this.access = access;
    }

    /**
     * Writes all of it or, with an exception, nothing. Messages that were sent before make it fail:
     * only {@link #writeAlone} looks for them, since they are rare.
     */
    List<Work.Ending> write(List<Work> batch) {
        return tables.transactions().runAgainOnDeadlock(() -> writeAll(batch));
    }

    /** Writes one piece of work, or finds that it was written before. */
    Work.Ending writeAlone(Work work) {
        if (work instanceof Work.Post post) {
            return sentBefore(post).orElseGet(() -> writeNew(post));
        }
        return write(List.of(work)).getFirst();
    }

    private Work.Ending writeNew(Work.Post post) {
        try {
            return write(List.of(post)).getFirst();
        } catch (DuplicateKey sentMeanwhile) {
            return sentBefore(post)
                    .orElseGet(
                            () ->
                                    new Work.Refused(
                                            post,
                                            Fault.of(
                                                    Fault.Category.CONFLICT,
                                                    "client-id-taken",
                                                    new Words(
                                                            "这个客户端编号已被他人使用，请换一个。",
                                                            "Somebody else used this client id here;"
                                                                    + " choose another."))));
        }
    }

    private Optional<Work.Ending> sentBefore(Work.Post post) {
        long id = post.conversation().value();
        return tables.messages()
                .sentAs(id, post.draft().clientId())
                .map(MessageRow::toMessage)
                .filter(message -> Sides.isAuthor(post.actor(), message.author()))
                .map(message -> new Work.Written(post, message));
    }

    private List<Work.Ending> writeAll(List<Work> batch) {
        Map<Long, Growth> growths = lock(batch);
        Instant now = tables.now();
        List<Work.Ending> endings = new ArrayList<>(batch.size());
        List<Events.Deed> deeds = new ArrayList<>(batch.size());
        for (Work work : batch) {
            if (work instanceof Work.Post post) {
                endings.add(post(post, growths, now, deeds));
            }
        }
        store(growths.values().stream().filter(growth -> !growth.lines().isEmpty()).toList());
        // After the lines, so that what is read and what is unread agree.
        for (Work work : batch) {
            if (work instanceof Work.Mark mark) {
                endings.add(mark(mark, growths, deeds));
            }
        }
        if (!deeds.isEmpty()) {
            tables.events().record(deeds);
        }
        return endings;
    }

    /** Locks in ascending order, as everybody does. */
    private Map<Long, Growth> lock(List<Work> batch) {
        Set<Long> ids =
                batch.stream()
                        .map(work -> work.conversation().value())
                        .collect(Collectors.toCollection(TreeSet::new));
        Map<Long, Growth> growths = new LinkedHashMap<>();
        tables.conversations().lockAll(ids).forEach(row -> growths.put(row.id(), new Growth(row)));
        return growths;
    }

    private Work.Ending post(
            Work.Post post, Map<Long, Growth> growths, Instant now, List<Events.Deed> deeds) {
        Growth growth = growths.get(post.conversation().value());
        if (growth == null) {
            return new Work.Refused(post, Access.missing(post.conversation()));
        }
        ConversationRow row = growth.row();
        if (!Access.talks(post.actor(), row) || !row.state().isOpen()) {
            // Sent before, and the conversation ended or changed hands since: still no fault.
            return sentBefore(post).orElseGet(() -> new Work.Refused(post, objection(post, row)));
        }
        Optional<Attachment> attachment = Optional.empty();
        if (post.draft().attachment().isPresent()) {
            attachment = takeUp(post, post.draft().attachment().get());
            if (attachment.isEmpty()) {
                return sentBefore(post).orElseGet(() -> new Work.Refused(post, noFile(post)));
            }
        }
        Message message =
                growth.add(Sides.author(post.actor(), row), post.draft(), now, attachment);
        deeds.add(new Events.Deed(post.actor(), new MessagePosted(message, row.party())));
        return new Work.Written(post, message);
    }

    /**
     * The file that a message brings, when its sender uploaded it and no other conversation has it.
     */
    private Optional<Attachment> takeUp(Work.Post post, AttachmentId id) {
        return tables.attachments()
                .find(id.value())
                .filter(row -> StoredAttachments.isOwner(post.actor(), row))
                .filter(row -> tables.attachments().bind(row.id(), post.conversation().value()))
                .map(AttachmentRow::toAttachment);
    }

    private static Fault noFile(Work.Post post) {
        return Fault.notFound(
                "attachment", post.draft().attachment().map(Object::toString).orElse(""));
    }

    private Fault objection(Work.Post post, ConversationRow row) {
        if (!access.mayRead(post.actor(), row)) {
            return Access.missing(post.conversation());
        }
        return row.state().isOpen()
                ? Fault.of(
                        Fault.Category.FORBIDDEN,
                        "not-your-conversation",
                        new Words("会话由其他客服接待。", "Somebody else has this conversation."))
                : Fault.of(
                        Fault.Category.CONFLICT,
                        "conversation-closed",
                        new Words("会话已结束。", "This conversation has ended."));
    }

    private Work.Ending mark(Work.Mark mark, Map<Long, Growth> growths, List<Events.Deed> deeds) {
        Growth growth = growths.get(mark.conversation().value());
        if (growth == null) {
            return new Work.Refused(mark, Access.missing(mark.conversation()));
        }
        ConversationRow row = growth.row();
        if (!Access.talks(mark.actor(), row)) {
            return access.mayRead(mark.actor(), row)
                    ? new Work.Marked(mark, false)
                    : new Work.Refused(mark, Access.missing(mark.conversation()));
        }
        long seq = Math.min(mark.seq(), growth.lastSeq());
        Author.Side side = Sides.of(mark.actor());
        boolean moved =
                side == Author.Side.VISITOR
                        ? tables.conversations().visitorRead(row.id(), seq)
                        : tables.conversations().agentRead(row.id(), seq);
        if (moved) {
            MessagesRead read = new MessagesRead(mark.conversation(), row.party(), side, seq);
            deeds.add(new Events.Deed(mark.actor(), read));
        }
        return new Work.Marked(mark, moved);
    }

    private void store(List<Growth> grown) {
        if (grown.isEmpty()) {
            return;
        }
        tables.messages()
                .insert(
                        grown.stream()
                                .flatMap(growth -> growth.lines().stream())
                                .map(MessageRow::of)
                                .toList());
        tables.conversations().append(grown.stream().map(Growth::tail).toList());
    }
}
