package org.hotdesk.persistence;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A question to the database that may hang, asked so that nobody waits long, once at a time. */
final class Timely<T> {
    static final long PATIENCE_MS = 800;

    private final Supplier<T> question;
    private CompletableFuture<T> asked;

    Timely(Supplier<T> question) {
        this.question = question;
        asked = CompletableFuture.failedFuture(new IllegalStateException("not asked yet"));
    }

    /** Empty when there was no answer in time, or none at all. */
    Optional<T> ask() {
        try {
            return Optional.of(running().get(PATIENCE_MS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException none) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized CompletableFuture<T> running() {
        if (asked.isDone()) {
            asked = CompletableFuture.supplyAsync(question, Thread::startVirtualThread);
        }
        return asked;
    }
}
