package org.hotdesk.benchmark.bench;

import org.hotdesk.benchmark.client.Call;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A closed loop of requests to one REST resource. */
final class PingLoad implements AutoCloseable {
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile Optional<String> failure = Optional.empty();
    private volatile boolean stopped;

    private PingLoad() {}

    static PingLoad start(Site site, String path, int clients, Runnable completed) {
        var load = new PingLoad();
        var call = Call.get(path).as(site.administrator());
        for (int i = 0; i < clients; i++) {
            load.threads.add(Thread.startVirtualThread(() -> load.loop(site, call, completed)));
        }
        return load;
    }

    private void loop(Site site, Call call, Runnable completed) {
        while (!stopped) {
            requests.incrementAndGet();
            try {
                var answer = site.rest().send(call);
                if (answer.ok()) {
                    completed.run();
                } else {
                    fail(answer.reason());
                }
            } catch (IOException broken) {
                fail(broken.toString());
            }
        }
    }

    private void fail(String reason) {
        failed.incrementAndGet();
        failure = failure.or(() -> Optional.of(reason));
    }

    long requests() {
        return requests.get();
    }

    long failed() {
        return failed.get();
    }

    Optional<String> failure() {
        return failure;
    }

    @Override
    public void close() {
        stop();
    }

    /** Ends after the requests under way. */
    void stop() {
        stopped = true;
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
