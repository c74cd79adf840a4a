package org.hotdesk.conversation;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.event.ConversationOpened;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.MessagePosted;
import org.hotdesk.api.storage.DuplicateKey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Writes conversations of many visitors together, as {@link MessageWriter} does with messages: who
 * comes while a commit is on its way goes into the next one.
 */
final class OpeningWriter implements AutoCloseable {
    private static final int QUEUE = 10_000;
    private static final int BATCH = 64;

    private final Tables tables;
    private final ReceptionBook book;
    private final Turns turns;
    private final Merits merits;
    private final BlockingQueue<NewConversation> queue = new ArrayBlockingQueue<>(QUEUE);
    // Not virtual, as in MessageWriter.
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("opening-writer").factory());
    private final Loop loop = new Loop(executor, this::drain);
    private volatile boolean closed;

    OpeningWriter(Tables tables, ReceptionBook book, Turns turns) {
        this.tables = tables;
        this.book = book;
        this.turns = turns;
        merits = new Merits(tables.records());
    }

    /**
     * Writes a conversation and waits until it is kept.
     *
     * @throws DuplicateKey when the visitor has an open one, or began this one before
     */
    Conversation write(NewConversation beginning) {
        if (closed || !queue.offer(beginning)) {
            throw Fault.of(
                    Fault.Category.UNAVAILABLE,
                    "openings-waiting",
                    new Words(
                            "等待开始的会话太多，请稍后重试。",
                            "Too many conversations wait to be begun; send it again in a moment."));
        }
        loop.wake();
        try {
            return beginning.begun().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw failed;
        }
    }

    /** Takes nothing more on, writes what was accepted, and ends. */
    @Override
    public void close() {
        closed = true;
        executor.close();
    }

    private void drain() {
        List<NewConversation> batch = new ArrayList<>();
        while (queue.drainTo(batch, BATCH) > 0) {
            write(batch);
            batch.clear();
        }
    }

    private void write(List<NewConversation> batch) {
        try {
            List<Conversation> begun = begin(batch);
            for (int i = 0; i < begun.size(); i++) {
                batch.get(i).begun().complete(begun.get(i));
            }
        } catch (RuntimeException | Error reason) {
            if (batch.size() == 1) {
                batch.getFirst().begun().completeExceptionally(reason);
            } else {
                // Whoever may not begin one must not keep the others from it.
                batch.forEach(each -> write(List.of(each)));
            }
        }
    }

    private List<Conversation> begin(List<NewConversation> batch) {
        return tables.transactions().runAgainOnDeadlock(() -> insert(batch));
    }

    private List<Conversation> insert(List<NewConversation> batch) {
        Instant now = tables.now();
        List<ConversationTable.NewRow> rows =
                batch.stream().map(each -> each.row(now, turns)).toList();
        List<Long> ids = insertRows(rows);
        List<Conversation> begun = new ArrayList<>();
        Map<Long, Received> received = new LinkedHashMap<>();
        List<Message> lines = new ArrayList<>();
        List<Events.Deed> deeds = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            ConversationRow row = ConversationRow.begun(ids.get(i), rows.get(i));
            Message first = batch.get(i).firstLine(row.id(), now);
            begun.add(row.toConversation());
            received.put(row.id(), batch.get(i).received());
            lines.add(first);
            var visitor = batch.get(i).visitor();
            deeds.add(new Events.Deed(visitor, new ConversationOpened(begun.getLast())));
            deeds.add(new Events.Deed(visitor, new MessagePosted(first, row.party())));
        }
        tables.messages().insert(lines.stream().map(MessageRow::of).toList());
        book.keep(received);
        merits.cameBack(batch.stream().flatMap(each -> each.last().stream()).toList(), now);
        tables.events().record(deeds);
        return begun;
    }

    private List<Long> insertRows(List<ConversationTable.NewRow> rows) {
        ConversationTable table = tables.conversations();
        if (rows.size() == 1) {
            return List.of(table.insert(rows.getFirst()));
        }
        table.insertAll(rows);
        Map<Long, Long> ids = new HashMap<>();
        table.openOfAll(rows.stream().map(ConversationTable.NewRow::visitor).toList())
                .forEach(open -> ids.put(open.openOf(), open.id()));
        return rows.stream().map(row -> Objects.requireNonNull(ids.get(row.visitor()))).toList();
    }
}
