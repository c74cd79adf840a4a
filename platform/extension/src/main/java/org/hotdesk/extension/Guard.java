package org.hotdesk.extension;

import org.hotdesk.api.extension.ExtensionPoint;
import org.hotdesk.api.extension.ExtensionState;
import org.hotdesk.api.extension.Extensions;
import org.hotdesk.api.extension.ProbationListener;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The guard: every extension point that is open, and who wants to know how new versions do. */
@Component
public final class Guard implements Extensions {
    private final Watch watch;
    private final Clock clock;
    private final Limits limits;
    private final List<GuardedPoint<?>> points = new CopyOnWriteArrayList<>();
    private final List<ProbationListener> listeners = new CopyOnWriteArrayList<>();

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
    public List<ExtensionState> states() {
        return points.stream().flatMap(point -> point.states().stream()).toList();
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "forget")
    void listen(ProbationListener listener) {
        listeners.add(listener);
    }

    void forget(ProbationListener listener) {
        listeners.remove(listener);
    }

    private void tellListeners(Consumer<ProbationListener> news) {
        listeners.forEach(
                each -> Thread.ofVirtual().name("probation").start(() -> news.accept(each)));
    }
}
