package org.hotdesk.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.hotdesk.api.Words;
import org.hotdesk.api.admin.HealthCheck;
import org.hotdesk.api.admin.HealthReading;
import org.hotdesk.api.admin.HealthReading.Status;
import org.hotdesk.api.conversation.Conversations;
import org.hotdesk.api.customer.Visitors;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.staff.Presences;
import org.hotdesk.api.staff.SignIns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

class SystemHealthTest {
    @TempDir Path home;
    private Bench bench;
    private SystemHealth health;

    @BeforeEach
    void open() throws BundleException, IOException {
        bench = new Bench(home);
        health = new SystemHealth(bench.context());
    }

    @AfterEach
    void close() throws BundleException, IOException, InterruptedException {
        bench.close();
    }

    private HealthReading reading(String part) {
        return health.readings().stream()
                .filter(one -> one.part().equals(part))
                .findFirst()
                .orElseThrow();
    }

    private <S> void offer(Class<S> type) {
        Object nobody =
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> method.getName());
        bench.context().registerService(type, type.cast(nobody), null);
    }

    private void beComplete() {
        List.of(Events.class, SignIns.class, Presences.class, Visitors.class, Conversations.class)
                .forEach(this::offer);
        bench.context().registerService(Plugins.class, bench.plugins(), null);
    }

    @Test
    void a_server_without_its_services_is_not_ready() {
        assertThat(health.ready()).isFalse();
        assertThat(reading("platform").message().en())
                .contains("service Conversations", "the first look into the plugins folder");
    }

    @Test
    void a_complete_server_is_ready() {
        beComplete();
        await().untilAsserted(() -> assertThat(health.ready()).isTrue());
    }

    @Test
    void a_plugin_that_ails_degrades_and_stops_nobody() {
        beComplete();
        bench.plugins()
                .install(
                        Bench.ADMIN,
                        Sources.good("1.0.0")
                                .importing("org.hotdesk.api.routing", "[2.0,3)")
                                .build());
        assertThat(reading("plugins").status()).isEqualTo(Status.DEGRADED);
        assertThat(reading("plugins").message().en()).contains("test.good");
        assertThat(health.ready()).isTrue();
    }

    @Test
    void a_part_that_is_down_makes_the_server_not_ready() {
        beComplete();
        offerCheck(
                () ->
                        new HealthReading(
                                "database", Status.DOWN, Words.same("unreachable"), Map.of()));
        assertThat(health.ready()).isFalse();
    }

    @Test
    void a_check_that_throws_is_down_with_its_reason() {
        offerCheck(
                () -> {
                    throw new IllegalStateException("confused");
                });
        assertThat(health.readings())
                .anySatisfy(
                        one -> {
                            assertThat(one.status()).isEqualTo(Status.DOWN);
                            assertThat(one.message().en()).contains("confused");
                        });
    }

    @Test
    void a_check_that_says_nothing_for_a_second_degrades() {
        CountDownLatch never = new CountDownLatch(1);
        offerCheck(
                () -> {
                    try {
                        never.await();
                    } catch (InterruptedException stop) {
                        Thread.currentThread().interrupt();
                    }
                    return new HealthReading("slow", Status.UP, HealthReading.FINE, Map.of());
                });
        assertThat(health.readings())
                .anySatisfy(
                        one -> {
                            assertThat(one.status()).isEqualTo(Status.DEGRADED);
                            assertThat(one.message().en()).contains("within a second");
                        });
    }

    private void offerCheck(HealthCheck check) {
        bench.context().registerService(HealthCheck.class, check, null);
    }
}
