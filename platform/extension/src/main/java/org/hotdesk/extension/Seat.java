package org.hotdesk.extension;

import org.hotdesk.api.extension.Provenance;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The place of a registered service among the extensions of a point. It stays empty while the
 * framework does not hand the component out, as it may during a slow start.
 */
final class Seat<S> {
    /** To try is to have the component made, which may be work and fail each time. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final BundleContext context;
    private final ServiceReference<S> reference;
    private final GuardedPoint<S> point;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile long lookedNanos = System.nanoTime();
    private Optional<Guarded<S>> taken = Optional.empty();
    private volatile boolean settled;

    Seat(BundleContext context, ServiceReference<S> reference, GuardedPoint<S> point) {
        this.context = context;
        this.reference = reference;
        this.point = point;
    }

    /** Asks for the component; false when it is not to be had now. */
    boolean take() {
        Bundle bundle = reference.getBundle();
        S component = bundle == null ? null : context.getService(reference);
        lookedNanos = System.nanoTime();
        if (bundle == null || component == null) {
            return false;
        }
        if (!isTakenBy(offer(bundle, component))) {
            context.ungetService(reference);
        }
        return true;
    }

    /** False when it left meanwhile. */
    private synchronized boolean isTakenBy(Offer<S> offer) {
        if (settled) {
            return false;
        }
        settled = true;
        taken = Optional.of(point.came(offer));
        return true;
    }

    /** Tries again now and then, on a thread of its own; true when there is no need to any more. */
    boolean lookAgain() {
        if (!settled
                && System.nanoTime() - lookedNanos > PAUSE.toNanos()
                && looking.compareAndSet(false, true)) {
            Thread.ofVirtual()
                    .name("late extension")
                    .start(
                            () -> {
                                try {
                                    take();
                                } finally {
                                    looking.set(false);
                                }
                            });
        }
        return settled;
    }

    /** The service goes. */
    void leave() {
        Optional<Guarded<S>> one;
        synchronized (this) {
            settled = true;
            one = taken;
            taken = Optional.empty();
        }
        if (one.isPresent()) {
            point.goes(one.get());
            context.ungetService(reference);
        }
    }

    private Offer<S> offer(Bundle bundle, S component) {
        return new Offer<>(
                new Provenance(
                        String.valueOf(reference.getProperty(ServiceWatch.NAME)),
                        bundle.getSymbolicName(),
                        bundle.getVersion().toString(),
                        0),
                bundle.getVersion(),
                bundle.getBundleId(),
                (Long) reference.getProperty(Constants.SERVICE_ID),
                component);
    }
}
