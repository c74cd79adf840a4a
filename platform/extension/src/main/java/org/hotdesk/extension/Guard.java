package org.hotdesk.extension;

import org.hotdesk.api.extension.ExtensionPoint;
import org.hotdesk.api.extension.ExtensionState;
import org.hotdesk.api.extension.Extensions;
import org.hotdesk.api.extension.ProbationListener;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The guard: every extension point that is open. */
@Component
public final class Guard implements Extensions {
    private final Watch watch;
    private final Clock clock;
    private final Limits limits;
    private final List<GuardedPoint<?>> points = new CopyOnWriteArrayList<>();

    /** Guards the services of a framework. */
    @Activate
    public Guard(BundleContext context) {
        this(new ServiceWatch(context), Clock.systemUTC(), Limits.USUAL);
    }

    Guard(Watch watch, Clock clock, Limits limits) {
        this.watch = watch;
        this.clock = clock;
        this.limits = limits;
    }

    @Override
    public <S> ExtensionPoint<S> open(Class<S> type) {
        GuardedPoint<S> point = new GuardedPoint<>(type, limits, clock, this::tellListeners);
        Runnable end = watch.begin(type, point);
        points.add(point);
        point.whenClosed(
                () -> {
                    points.remove(point);
                    end.run();
                });
        return point;
    }

    @Override
    public <S> ExtensionPoint<S> openAside(Class<S> type) {
        GuardedPoint<S> point = new GuardedPoint<>(type, limits, clock, news -> {});
        point.whenClosed(watch.begin(type, point));
        return point;
    }

    @Override
    public List<ExtensionState> states() {
        return points.stream().flatMap(point -> point.states().stream()).toList();
    }

    private void tellListeners(Consumer<ProbationListener> news) {
        Thread.ofVirtual().name("probation").start(() -> watch.listeners(news));
    }
}
