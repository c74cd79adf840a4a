package org.hotdesk.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.felix.framework.FrameworkFactory;
import org.hotdesk.api.extension.ExtensionPoint;
import org.hotdesk.api.extension.Outcome;
import org.hotdesk.testkit.HandClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

class ServiceWatchTest {
    @TempDir private Path folder;
    private Framework framework;
    private Guard guard;

    /** The extension point of these tests. */
    interface Oracle {
        String say();
    }

    /** Hands nothing out at first, as a container may that is busy starting. */
    private static final class Late implements ServiceFactory<Oracle> {
        private final int refusals;
        private final AtomicInteger asked = new AtomicInteger();

        Late(int refusals) {
            this.refusals = refusals;
        }

        @Override
        public @Nullable Oracle getService(Bundle bundle, ServiceRegistration<Oracle> given) {
            return asked.incrementAndGet() > refusals ? () -> "hello" : null;
        }

        @Override
        public void ungetService(
                Bundle bundle, ServiceRegistration<Oracle> given, Oracle component) {}
    }

    @BeforeEach
    void open() throws BundleException {
        framework =
                new FrameworkFactory()
                        .newFramework(
                                Map.of(
                                        Constants.FRAMEWORK_STORAGE,
                                        folder.toString(),
                                        "felix.log.level",
                                        "0"));
        framework.start();
        guard =
                new Guard(
                        new ServiceWatch(framework.getBundleContext()),
                        HandClock.inTheMorning(),
                        Limits.USUAL);
    }

    @AfterEach
    void close() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }

    private ServiceRegistration<Oracle> register(Late late) {
        return framework
                .getBundleContext()
                .registerService(
                        Oracle.class,
                        late,
                        FrameworkUtil.asDictionary(Map.of(ServiceWatch.NAME, "delphi")));
    }

    private static Outcome<String> ask(ExtensionPoint<Oracle> point) {
        return point.call("delphi", Duration.ofSeconds(5), Oracle::say);
    }

    @Test
    void a_component_that_is_not_handed_out_at_once_answers_soon() {
        ExtensionPoint<Oracle> point = guard.open(Oracle.class);
        register(new Late(2));
        assertThat(ask(point)).isInstanceOf(Outcome.Missing.class);
        await().untilAsserted(() -> assertThat(ask(point)).isInstanceOf(Outcome.Answered.class));
        assertThat(point.present()).hasSize(1);
    }

    @Test
    void one_that_is_never_handed_out_is_asked_for_now_and_then() {
        ExtensionPoint<Oracle> point = guard.open(Oracle.class);
        Late never = new Late(Integer.MAX_VALUE);
        register(never);
        for (int call = 0; call < 1_000; call++) {
            ask(point);
        }
        assertThat(never.asked.get()).isLessThan(5);
    }

    @Test
    void one_that_goes_before_it_was_handed_out_never_comes() {
        ExtensionPoint<Oracle> point = guard.open(Oracle.class);
        Late late = new Late(1);
        register(late).unregister();
        ask(point);
        assertThat(point.present()).isEmpty();
        assertThat(late.asked.get()).isEqualTo(1);
    }

    @Test
    void one_that_goes_after_it_came_late_is_gone() {
        ExtensionPoint<Oracle> point = guard.open(Oracle.class);
        ServiceRegistration<Oracle> registration = register(new Late(1));
        await().untilAsserted(() -> assertThat(ask(point)).isInstanceOf(Outcome.Answered.class));
        registration.unregister();
        assertThat(ask(point)).isInstanceOf(Outcome.Missing.class);
    }
}
