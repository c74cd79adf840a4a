package org.hotdesk.live;

import org.eclipse.jetty.websocket.api.Callback;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What waits to be sent on one connection: bounded, in order, one batch at a time on its way. No
 * lock is held while sending. Thread-safe.
 */
final class Outbox {
    static final int MOST_FRAMES = 1_000;
    static final int MOST_CHARS = 1_000_000;
    private static final int BATCH_FRAMES = 64;
    private static final int BATCH_CHARS = 65_536;
    private static final int ROOM = 200;

    /** Where frames go. */
    interface Wire {
        /** Sends one frame and says later how it went; several may be under way. */
        void send(String text, Callback callback);

        /** A frame has left for the other side. */
        void sent(Outgoing frame);

        /** More waits than may. */
        void overflowed();

        /** Nothing waits any more and {@link Outbox#finish} was asked for. */
        void finished(int code, String reason);
    }

    private record End(int code, String reason) {}

    private final Wire wire;
    private final ArrayDeque<Outgoing> waiting = new ArrayDeque<>(2);
    private final ArrayDeque<Outgoing> held = new ArrayDeque<>(1);
    private int chars;
    private boolean holding;
    private boolean sending;
    private boolean closed;
    private Optional<End> end = Optional.empty();

    Outbox(Wire wire) {
        this.wire = wire;
    }

    /** Queues a frame and sends what waits. */
    void send(Outgoing frame) {
        if (add(frame, holding())) {
            pump();
        }
    }

    /** Queues a frame; {@link #pump} sends it later, together with others. */
    void offer(Outgoing frame) {
        add(frame, holding());
    }

    /** Sends a frame before everything that is held back. */
    void sendFirst(Outgoing frame) {
        if (add(frame, false)) {
            pump();
        }
    }

    /** Holds back what comes until {@link #release}. */
    synchronized void hold() {
        holding = true;
    }

    /** Lets go what was held back. */
    void release() {
        synchronized (this) {
            holding = false;
            waiting.addAll(held);
            held.clear();
        }
        pump();
    }

    private synchronized boolean holding() {
        return holding;
    }

    private boolean add(Outgoing frame, boolean hold) {
        synchronized (this) {
            if (closed || end.isPresent()) {
                return false;
            }
            if (waiting.size() + held.size() < MOST_FRAMES
                    && chars + frame.text().length() <= MOST_CHARS) {
                (hold && holding ? held : waiting).add(frame);
                chars += frame.text().length();
                return true;
            }
            drop();
        }
        wire.overflowed();
        return false;
    }

    /** Takes nothing more, forgets what waits. */
    synchronized void drop() {
        closed = true;
        waiting.clear();
        held.clear();
        chars = 0;
        notifyAll();
    }

    /** Takes nothing more, and tells when what waits has gone. */
    void finish(int code, String reason) {
        synchronized (this) {
            if (closed || end.isPresent()) {
                return;
            }
            end = Optional.of(new End(code, reason));
        }
        pump();
    }

    /** Waits until there is room for many more frames; false when there was none in time. */
    synchronized boolean awaitRoom(long millis) throws InterruptedException {
        var deadline = System.nanoTime() + millis * 1_000_000;
        while (!closed && (waiting.size() > ROOM || chars > MOST_CHARS / 2)) {
            var left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return !closed;
    }

    /** Sends what waits, unless a batch is on its way: the end of that one goes on. */
    void pump() {
        while (true) {
            var batch = next();
            if (batch.isEmpty()) {
                return;
            }
            var round = new Round(batch);
            for (var frame : batch) {
                wire.send(frame.text(), round);
            }
            if (!round.endedHere()) {
                return;
            }
        }
    }

    private List<Outgoing> next() {
        End ended;
        synchronized (this) {
            if (sending || closed) {
                return List.of();
            }
            var batch = take();
            if (!batch.isEmpty()) {
                sending = true;
                return batch;
            }
            if (end.isEmpty()) {
                return List.of();
            }
            ended = end.get();
            closed = true;
        }
        wire.finished(ended.code(), ended.reason());
        return List.of();
    }

    private List<Outgoing> take() {
        if (waiting.isEmpty()) {
            return List.of();
        }
        var batch = new ArrayList<Outgoing>(Math.min(waiting.size(), BATCH_FRAMES));
        var size = 0;
        while (!waiting.isEmpty() && batch.size() < BATCH_FRAMES && size < BATCH_CHARS) {
            var frame = waiting.remove();
            size += frame.text().length();
            batch.add(frame);
        }
        chars -= size;
        notifyAll();
        return batch;
    }

    private synchronized void batchEnded() {
        sending = false;
    }

    /** One batch on its way; whoever ends it last goes on with the next. */
    private final class Round implements Callback {
        private final List<Outgoing> batch;
        private final AtomicInteger left;
        private volatile boolean failed;

        Round(List<Outgoing> batch) {
            this.batch = batch;
            this.left = new AtomicInteger(batch.size() + 1);
        }

        @Override
        public void succeed() {
            if (left.decrementAndGet() == 0 && ended()) {
                pump();
            }
        }

        @Override
        public void fail(Throwable failure) {
            failed = true;
            succeed();
        }

        /** The sender's own count; whether all were gone before it returned. */
        boolean endedHere() {
            return left.decrementAndGet() == 0 && ended();
        }

        private boolean ended() {
            if (failed) {
                drop();
                return false;
            }
            batch.forEach(wire::sent);
            batchEnded();
            return true;
        }
    }
}
