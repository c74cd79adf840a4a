package org.hotdesk.extension;

import org.hotdesk.api.extension.ProbationListener;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.function.Consumer;

/** Finds extensions among the services of the framework, by the property of {@code @Extension}. */
final class ServiceWatch implements Watch {
    private static final Logger log = LoggerFactory.getLogger(ServiceWatch.class);
    static final String NAME = "extension";

    private final BundleContext context;

    ServiceWatch(BundleContext context) {
        this.context = context;
    }

    @Override
    public <S> Runnable begin(Class<S> type, GuardedPoint<S> point) {
        ServiceTracker<S, Seat<S>> tracker =
                new ServiceTracker<>(context, type, new Customizer<>(type, point));
        tracker.open();
        return tracker::close;
    }

    /** Looked up when there is news: a reference would tie our start to that of the listeners. */
    @Override
    public void listeners(Consumer<ProbationListener> news) {
        try {
            for (var reference : context.getServiceReferences(ProbationListener.class, null)) {
                ProbationListener listener = context.getService(reference);
                if (listener != null) {
                    news.accept(listener);
                    context.ungetService(reference);
                }
            }
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The framework calls this on the thread that registers or unregisters the service. */
    private final class Customizer<S> implements ServiceTrackerCustomizer<S, Seat<S>> {
        private final Class<S> type;
        private final GuardedPoint<S> point;

        Customizer(Class<S> type, GuardedPoint<S> point) {
            this.type = type;
            this.point = point;
        }

        @Override
        public @Nullable Seat<S> addingService(ServiceReference<S> reference) {
            Bundle bundle = reference.getBundle();
            if (bundle == null) {
                return null;
            }
            if (!(reference.getProperty(NAME) instanceof String name) || name.isBlank()) {
                log.warn(
                        "{} of {} is left aside: it has no @Extension",
                        type.getSimpleName(),
                        bundle);
                return null;
            }
            Seat<S> seat = new Seat<>(context, reference, point);
            if (!seat.take()) {
                log.warn("{} {} of {} did not start", type.getSimpleName(), name, bundle);
                point.hides(seat::lookAgain);
            }
            return seat;
        }

        @Override
        public void modifiedService(ServiceReference<S> reference, Seat<S> seat) {
            // Properties other than the name are nobody's concern here, and names do not change.
        }

        @Override
        public void removedService(ServiceReference<S> reference, Seat<S> seat) {
            seat.leave();
        }
    }
}
