package org.hotdesk.conversation;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Writes messages of many conversations together: what arrives while a commit is on its way goes
 * into the next one, so that a busy server commits rarely and an idle one at once. All work of one
 * conversation goes through one lane and keeps its order.
 */
final class MessageWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MessageWriter.class);
    private static final int LANES = 2;
    private static final int QUEUE = 10_000;
    private static final int BATCH = 256;

    private final MessageBatch batches;
    // Not virtual: each answer of the database would wake three threads instead of one.
    private final ExecutorService executor =
            Executors.newFixedThreadPool(
                    LANES, Thread.ofPlatform().daemon().name("message-writer-", 0).factory());
    private final List<Lane> lanes = IntStream.range(0, LANES).mapToObj(i -> new Lane()).toList();
    private volatile boolean closed;

    MessageWriter(MessageBatch batches) {
        this.batches = batches;
    }

    /** Takes work on; whoever waits for it is told after the commit. */
    void accept(Work work) {
        Lane lane = lanes.get((int) (work.conversation().value() % LANES));
        if (closed || !lane.queue.offer(work)) {
            work.refuse(
                    unavailable(
                            "messages-waiting",
                            new Words(
                                    "等待保存的消息太多，请稍后重新发送。",
                                    "Too many messages wait to be written; send it again in a moment.")));
            return;
        }
        lane.loop.wake();
    }

    /** Takes nothing more on, writes what was accepted, and ends. */
    @Override
    public void close() {
        closed = true;
        executor.close();
    }

    private void write(List<Work> batch) {
        try {
            batches.write(batch).forEach(Work.Ending::tell);
        } catch (RuntimeException reason) {
            // One bad message must not keep the others from the disk: each is written by itself.
            LOG.debug("A batch of {} is written one by one", batch.size(), reason);
            batch.forEach(this::writeAlone);
        }
    }

    private void writeAlone(Work work) {
        try {
            batches.writeAlone(work).tell();
        } catch (Fault fault) {
            work.refuse(fault);
        } catch (RuntimeException | Error reason) {
            LOG.error("Nothing written to conversation {}", work.conversation(), reason);
            work.refuse(
                    unavailable(
                            "message-not-written",
                            new Words(
                                    "消息没有保存成功，请稍后重新发送。",
                                    "The message could not be written; send it again in a moment.")));
        }
    }

    private static Fault unavailable(String code, Words words) {
        return Fault.of(Fault.Category.UNAVAILABLE, code, words);
    }

    /** A share of the conversations. */
    private final class Lane {
        private final BlockingQueue<Work> queue = new ArrayBlockingQueue<>(QUEUE);
        private final Loop loop = new Loop(executor, this::drain);

        private void drain() {
            List<Work> batch = new ArrayList<>();
            while (queue.drainTo(batch, BATCH) > 0) {
                write(batch);
                batch.clear();
            }
        }
    }
}
