package org.hotdesk.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hotdesk.rest.RestServer.send;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.rest.RestResources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Resources of plugins come and go, and nobody's request fails. */
class PluginServletTest {
    private RestServer server;

    /** What a plugin would bring. */
    @Path("things")
    @Produces("application/json")
    public static final class Things {
        private final String version;
        private final AtomicBoolean gone = new AtomicBoolean();

        Things(String version) {
            this.version = version;
        }

        /** What is answered. */
        public record Thing(String version, String by, String path) {}

        @GET
        public Thing thing(@Context Actor actor, @Context UriInfo uri) {
            if (gone.get()) {
                throw new IllegalStateException("called after it was taken away");
            }
            return new Thing(version, ((Actor.Agent) actor).name(), uri.getRequestUri().getPath());
        }

        @GET
        @Path("missing")
        public Thing missing() {
            throw Fault.notFound("thing", 1);
        }

        @GET
        @Path("later")
        public void later(@Suspended AsyncResponse response) {
            CompletableFuture.delayedExecutor(700, TimeUnit.MILLISECONDS)
                    .execute(() -> response.resume(new Thing(version, "", "")));
        }
    }

    @BeforeEach
    void start() throws Exception {
        server = new RestServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Gate.Rank rank(int version) {
        return new Gate.Rank(new Version(version, 0, 0), version);
    }

    private void add(int version) {
        server.plugins.add(
                "orders", version, rank(version), () -> Set.of(new Things("v" + version)));
    }

    @Test
    void a_plugin_serves_under_its_name_to_signed_in_staff() throws Exception {
        add(1);
        var answer = send(server.asAdmin("/plugins/orders/things"));
        assertThat(answer.body())
                .isEqualTo(
                        "{\"version\":\"v1\",\"by\":\"张敏\",\"path\":\"/api/v1/plugins/orders/things\"}");
        assertThat(send(server.request("/plugins/orders/things")).statusCode()).isEqualTo(401);
        assertThat(send(server.asAdmin("/plugins/orders/things/missing")).body())
                .contains("thing-not-found");
        assertThat(send(server.asAdmin("/plugins/nobody/things")).statusCode()).isEqualTo(404);
    }

    @Test
    void of_two_versions_the_newer_answers() throws Exception {
        add(2);
        add(1);
        assertThat(send(server.asAdmin("/plugins/orders/things")).body()).contains("v2");
        server.plugins.remove("orders", 2);
        assertThat(send(server.asAdmin("/plugins/orders/things")).body()).contains("v1");
    }

    @Test
    void requests_wait_while_there_is_none() throws Exception {
        add(1);
        server.plugins.remove("orders", 1);
        var request = server.asAdmin("/plugins/orders/things").build();
        var waiting = RestServer.HTTP.sendAsync(request, BodyHandlers.ofString());
        CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS).execute(() -> add(2));
        assertThat(waiting.get(4, TimeUnit.SECONDS).body()).contains("v2");
    }

    @Test
    void after_five_seconds_they_are_told_so() throws Exception {
        add(1);
        server.plugins.remove("orders", 1);
        var answer = send(server.asAdmin("/plugins/orders/things"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("plugin-unavailable");
    }

    @Test
    void a_plugin_goes_after_its_last_request_has_ended() throws Exception {
        add(1);
        var request = server.asAdmin("/plugins/orders/things/later").build();
        var later = RestServer.HTTP.sendAsync(request, BodyHandlers.ofString());
        await().until(() -> server.plugins.isBusy("orders"));
        server.plugins.remove("orders", 1);
        assertThat(later.get(2, TimeUnit.SECONDS).body()).contains("v1");
    }

    @Test
    void no_request_fails_while_a_plugin_is_swapped_twenty_times() throws Exception {
        var current = new Things("v0");
        server.plugins.add("orders", current, rank(0), set(current));
        var stop = new AtomicBoolean();
        var good = new AtomicInteger();
        var bad = new AtomicInteger();
        var ready = new CountDownLatch(8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 8; i++) {
                threads.submit(() -> ask(stop, good, bad, ready));
            }
            ready.await();
            for (var i = 1; i <= 20; i++) {
                current = swap(current, i);
                var reached = good.get() + 200;
                await().until(() -> good.get() >= reached || bad.get() > 0);
            }
            stop.set(true);
        }
        assertThat(bad).hasValue(0);
        assertThat(good.get()).isGreaterThan(4_000);
    }

    private static RestResources set(Things things) {
        return () -> Set.of(things);
    }

    /** In place, or the new one beside the old one first. */
    private Things swap(Things old, int version) {
        var next = new Things("v" + version);
        if (version % 2 == 0) {
            take(old);
        }
        server.plugins.add("orders", next, rank(version), set(next));
        if (version % 2 != 0) {
            take(old);
        }
        return next;
    }

    private void take(Things things) {
        server.plugins.remove("orders", things);
        things.gone.set(true);
    }

    private boolean ask(
            AtomicBoolean stop, AtomicInteger good, AtomicInteger bad, CountDownLatch ready)
            throws Exception {
        ready.countDown();
        while (!stop.get()) {
            var answer = send(server.asAdmin("/plugins/orders/things"));
            (answer.statusCode() == 200 ? good : bad).incrementAndGet();
        }
        return true;
    }
}
