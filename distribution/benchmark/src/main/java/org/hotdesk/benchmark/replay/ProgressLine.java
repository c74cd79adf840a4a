package org.hotdesk.benchmark.replay;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells every now and then how far a run is; on a terminal in one line that is written over. */
final class ProgressLine implements AutoCloseable {
    private static final int WIDTH = 24;

    private final PrintStream out;
    private final Tally tally;
    private final int conversations;
    private final boolean terminal =
            Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread thread;
    private long sentBefore;

    ProgressLine(PrintStream out, Tally tally, int conversations) {
        this.out = out;
        this.tally = tally;
        this.conversations = conversations;
        this.thread = Thread.ofVirtual().unstarted(this::run);
    }

    /** Begins to tell. */
    ProgressLine started() {
        thread.start();
        return this;
    }

    private void run() {
        int seconds = terminal ? 1 : 5;
        try {
            while (!done.await(seconds, TimeUnit.SECONDS)) {
                tell(seconds);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(int seconds) {
        var counts = tally.counts();
        int full = (int) (WIDTH * counts.finished() / Math.max(1, conversations));
        var line =
                String.format(
                        Locale.ROOT,
                        "[%s%s] %d/%d conversations, %d messages, %d a second, p95 %.1f ms, %d breaks",
                        "=".repeat(full),
                        " ".repeat(WIDTH - full),
                        counts.finished(),
                        conversations,
                        counts.sent(),
                        (counts.sent() - sentBefore) / seconds,
                        tally.toAgent().p95(),
                        counts.breaks());
        sentBefore = counts.sent();
        out.print(terminal ? "\r" + line + "\u001b[K" : line + System.lineSeparator());
        out.flush();
    }

    @Override
    public void close() {
        done.countDown();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (terminal) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }
}
