package org.hotdesk.extension;

import org.hotdesk.api.extension.ProbationListener;
import org.hotdesk.api.extension.Provenance;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Components that come and go by the hand of a test, for one extension point. */
final class HandWatch implements Watch {
    private final AtomicLong ids = new AtomicLong();
    final List<ProbationListener> listeners = new CopyOnWriteArrayList<>();
    private @Nullable GuardedPoint<Oracle> point;

    /** The extension point of these tests. */
    interface Oracle {
        String say(String what) throws InterruptedException;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S> Runnable begin(Class<S> type, GuardedPoint<S> opened) {
        point = (GuardedPoint<Oracle>) opened;
        return () -> {};
    }

    @Override
    public void listeners(Consumer<ProbationListener> news) {
        listeners.forEach(news);
    }

    /** A component of a bundle of its own; equal versions are of different bundles too. */
    Guarded<Oracle> comes(String name, String version, Oracle component) {
        long id = ids.incrementAndGet();
        return Objects.requireNonNull(point)
                .came(
                        new Offer<>(
                                new Provenance(name, "test." + name, version, 0),
                                Version.parseVersion(version),
                                id,
                                id,
                                component));
    }

    void goes(Guarded<Oracle> one) {
        Objects.requireNonNull(point).goes(one);
    }
}
