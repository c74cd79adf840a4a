package org.hotdesk.rest;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.glassfish.jersey.servlet.ServletContainer;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The resources of one plugin, ready to serve. Counts its requests, those that go on asynchronously
 * too, so that it can end when the last one has.
 */
final class PluginApplication {
    private final ServletContainer jersey;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private int requests;

    private PluginApplication(ServletContainer jersey) {
        this.jersey = jersey;
    }

    /** Builds an application that is fully started. */
    static PluginApplication start(
            ServletConfig config, Authentication authentication, Set<Object> resources)
            throws ServletException {
        var application = Jersey.application(authentication, resources);
        application.register(new StaffOnly());
        var jersey = new ServletContainer(application);
        return Jersey.inBundle(
                () -> {
                    jersey.init(config);
                    return new PluginApplication(jersey);
                });
    }

    /** Counts a request that is about to come; the gate calls it under its own lock. */
    void enter() {
        lock.lock();
        try {
            requests++;
        } finally {
            lock.unlock();
        }
    }

    boolean isBusy() {
        lock.lock();
        try {
            return requests > 0;
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            requests--;
            if (requests == 0) {
                idle.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Serves a request that has entered; it leaves when it is done, at once or later. */
    void serve(String name, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var counted = new Count();
        try {
            jersey.service(new PluginRequest(request, name, counted), response);
        } finally {
            counted.returned();
        }
    }

    /** Ends it when its requests have ended, or after {@code patience}; the answer says which. */
    boolean stop(Duration patience) {
        var drained = drain(patience);
        jersey.destroy();
        return drained;
    }

    private boolean drain(Duration patience) {
        lock.lock();
        try {
            var left = patience.toNanos();
            while (requests > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
            return requests == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Leaves once: when the call returns, or when what it started has ended. */
    final class Count implements AsyncListener {
        private final AtomicBoolean left = new AtomicBoolean();
        private volatile boolean async;

        void startedAsync() {
            async = true;
        }

        void returned() {
            if (!async) {
                leaveOnce();
            }
        }

        private void leaveOnce() {
            if (left.compareAndSet(false, true)) {
                leave();
            }
        }

        @Override
        public void onComplete(AsyncEvent event) {
            leaveOnce();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // completion follows
        }

        @Override
        public void onError(AsyncEvent event) {
            // completion follows
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
