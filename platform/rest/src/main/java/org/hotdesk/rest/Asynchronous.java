package org.hotdesk.rest;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.glassfish.jersey.servlet.spi.AsyncContextDelegate;
import org.glassfish.jersey.servlet.spi.AsyncContextDelegateProvider;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets resources answer later: Jersey leaves it to another of its bundles, or to us. */
final class Asynchronous implements AsyncContextDelegateProvider {
    @Override
    public AsyncContextDelegate createDelegate(
            HttpServletRequest request, HttpServletResponse response) {
        return new Later(request, response);
    }

    private static final class Later implements AsyncContextDelegate {
        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final AtomicBoolean completed = new AtomicBoolean();
        private volatile Optional<AsyncContext> context = Optional.empty();

        Later(HttpServletRequest request, HttpServletResponse response) {
            this.request = request;
            this.response = response;
        }

        /** Jersey keeps its own time limit. */
        @Override
        public void suspend() {
            if (!completed.get() && context.isEmpty()) {
                var started = request.startAsync(request, response);
                started.setTimeout(0);
                context = Optional.of(started);
            }
        }

        @Override
        public void complete() {
            if (completed.compareAndSet(false, true)) {
                context.ifPresent(AsyncContext::complete);
            }
        }

        @Override
        public boolean isCompleted() {
            return completed.get();
        }
    }
}
