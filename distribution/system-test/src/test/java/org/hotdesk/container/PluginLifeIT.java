package org.hotdesk.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hotdesk.container.Workplace.ADMIN;
import static org.hotdesk.testkit.SampleCandidate.candidate;
import static org.hotdesk.testkit.SampleRequest.request;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.admin.BundleInfo;
import org.hotdesk.api.admin.BundleState;
import org.hotdesk.api.extension.ExtensionPoint;
import org.hotdesk.api.extension.Extensions;
import org.hotdesk.api.extension.Outcome;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.RoutingStrategy;
import org.hotdesk.testkit.Container;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.BundleContext;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

class PluginLifeIT {
    private static final String GOOD = "test.routing.good";
    private static final Duration BUDGET = Duration.ofSeconds(5);

    @RegisterExtension static final Container CONTAINER = Workplace.container("plugin-life");

    @AfterEach
    void clear(BundleContext context) {
        Workplace place = Workplace.in(context);
        place.bundles.list(ADMIN).stream()
                .filter(bundle -> !bundle.platform())
                .forEach(bundle -> place.bundles.remove(ADMIN, bundle.name()));
    }

    @Test
    void a_jar_that_is_dropped_into_the_folder_runs(BundleContext context) throws IOException {
        Workplace place = Workplace.in(context);
        Files.copy(place.jar(GOOD + "-1.0.0.jar"), place.plugins().resolve(".good.part"));
        Files.move(place.plugins().resolve(".good.part"), place.plugins().resolve("good.jar"));
        await().ignoreExceptions()
                .untilAsserted(
                        () ->
                                assertThat(place.find(GOOD).offers())
                                        .containsExactly("RoutingStrategy good"));
        assertThat(place.find(GOOD).state()).isEqualTo(BundleState.ACTIVE);
    }

    @Test
    void a_plugin_is_stopped_and_started(BundleContext context) {
        Workplace place = Workplace.in(context);
        place.install(GOOD + "-1.0.0.jar");
        assertThat(place.bundles.stop(ADMIN, GOOD).state()).isEqualTo(BundleState.STOPPED);
        assertThat(place.bundles.start(ADMIN, GOOD).state()).isEqualTo(BundleState.ACTIVE);
    }

    @Test
    void a_removed_plugin_is_gone(BundleContext context) {
        Workplace place = Workplace.in(context);
        place.install(GOOD + "-1.0.0.jar");
        place.bundles.remove(ADMIN, GOOD);
        assertThatThrownBy(() -> place.find(GOOD)).isInstanceOf(Fault.class);
        assertThat(place.plugins()).isDirectoryNotContaining("glob:**.jar");
    }

    @Test
    void what_does_not_resolve_says_why(BundleContext context) {
        Workplace place = Workplace.in(context);
        BundleInfo info = place.install(GOOD + "-4.0.0.jar");
        assertThat(info.state()).isEqualTo(BundleState.UNRESOLVED);
        assertThat(info.missing())
                .containsExactly(
                        new Words(
                                "包 org.hotdesk.api.routing [2.0,3)，现有 1.0.0",
                                "package org.hotdesk.api.routing [2.0,3); here is 1.0.0"));
    }

    @Test
    void a_plugin_whose_migration_fails_is_not_started(BundleContext context) {
        Workplace place = Workplace.in(context);
        BundleInfo info = place.install("test.failing.migration-1.0.0.jar");
        assertThat(info.state()).isEqualTo(BundleState.FAILED);
        assertThat(info.lastError().orElseThrow().message().en()).contains("V1__first.sql");
    }

    @Test
    void a_new_version_takes_over_without_a_failed_call(BundleContext context)
            throws InterruptedException, ExecutionException {
        Workplace place = Workplace.in(context);
        place.install(GOOD + "-1.0.0.jar");
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger newer = new AtomicInteger();
        try (ExtensionPoint<RoutingStrategy> point = open(place);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> callers = new ArrayList<>();
            for (int caller = 0; caller < 8; caller++) {
                callers.add(threads.submit(() -> callUntil(done, point, newer)));
            }
            place.install(GOOD + "-2.0.0.jar");
            await().until(() -> newer.get() > 100);
            await().until(() -> place.find(GOOD).previous().isEmpty());
            done.set(true);
            for (Future<?> caller : callers) {
                caller.get();
            }
        }
        assertThat(place.find(GOOD).version()).isEqualTo("2.0.0");
    }

    private static void callUntil(
            AtomicBoolean done, ExtensionPoint<RoutingStrategy> point, AtomicInteger newer) {
        while (!done.get()) {
            Outcome<Preference> outcome = call(point);
            assertThat(outcome).isInstanceOf(Outcome.Answered.class);
            if (outcome instanceof Outcome.Answered<Preference> answered
                    && answered.by().version().equals("2.0.0")) {
                newer.incrementAndGet();
            }
        }
    }

    @Test
    void a_new_version_that_throws_is_taken_back_and_costs_nothing(BundleContext context) {
        Workplace place = Workplace.in(context);
        place.install(GOOD + "-2.0.0.jar");
        try (ExtensionPoint<RoutingStrategy> point = open(place)) {
            assertThat(call(point)).isInstanceOf(Outcome.Answered.class);
            assertThat(place.install(GOOD + "-3.0.0.jar").version()).isEqualTo("3.0.0");
            assertThat(call(point)).isInstanceOf(Outcome.Answered.class);
            await().untilAsserted(() -> assertThat(place.find(GOOD).version()).isEqualTo("2.0.0"));
            assertThat(place.find(GOOD).lastError().orElseThrow().message().en())
                    .contains("I always throw");
            assertThat(call(point)).isInstanceOf(Outcome.Answered.class);
        }
    }

    private static ExtensionPoint<RoutingStrategy> open(Workplace place) {
        return place.service(Extensions.class).open(RoutingStrategy.class);
    }

    private static Outcome<Preference> call(ExtensionPoint<RoutingStrategy> point) {
        return point.call(
                "good",
                BUDGET,
                strategy -> strategy.choose(request().with(candidate(1), candidate(2))));
    }
}
