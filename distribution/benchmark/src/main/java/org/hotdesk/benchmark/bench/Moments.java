package org.hotdesk.benchmark.bench;

import org.hotdesk.benchmark.client.Refusal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits, within bounds. */
final class Moments {
    private Moments() {}

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Refusal.failure("interrupted");
        }
    }

    /** The outcome, or the end of the program when it does not come. */
    static <T> T await(CompletableFuture<T> outcome, int seconds, String what) {
        try {
            return outcome.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw Refusal.failure(what + " took longer than " + seconds + " s");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Refusal refusal
                    ? refusal
                    : Refusal.failure(what + " failed: " + failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Refusal.failure("interrupted");
        }
    }
}
