package org.hotdesk.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import org.hotdesk.fixture.Administrator;
import org.hotdesk.fixture.Installation;
import org.hotdesk.fixture.RunningServer;
import org.hotdesk.testkit.PluginJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Plugins that misbehave hurt nobody, and an administrator sees what is wrong with them. */
class BadPluginsIT {
    private static final String STRATEGY =
            """
            import org.hotdesk.api.extension.Extension;
            import org.hotdesk.api.routing.Preference;
            import org.hotdesk.api.routing.RoutingRequest;
            import org.hotdesk.api.routing.RoutingStrategy;
            import org.osgi.service.component.annotations.Component;

            @Component
            @Extension("%s")
            public final class Bad implements RoutingStrategy {
                @Override
                public Preference choose(RoutingRequest request) {
                    %s
                }
            }
            """;
    private static final String SLEEPS =
            """
            try {
                Thread.sleep(30_000);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Preference.none();
            """;

    @TempDir Path folder;

    @Test
    void chatting_goes_on_through_all_of_them() throws Exception {
        Installation installation = Installation.in(folder, Map.of());
        try (RunningServer _ = RunningServer.start(installation)) {
            Administrator admin = Administrator.of(installation);
            plan(admin);
            CompletableFuture<Installation.Ended> replay = Chatter.of(installation, 120, 3).play();
            dropAll(installation.plugins());

            sees(admin, "test.needs.two", "UNRESOLVED", "[2.0,3)");
            sees(admin, "test.bad.tables", "FAILED", "nowhere_to_be_found");
            failsWith(admin, "it never works");
            failsWith(admin, "no answer within 250 ms");
            Chatter.assertNothingLost(replay.get(5, TimeUnit.MINUTES));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(admin.get("/bundles").toString()).contains("half"));
        }
    }

    private static void plan(Administrator admin) {
        for (String team : new String[] {"1", "2", "3"}) {
            if (admin.status("/teams/" + team + "/routing-plan") == 200) {
                String path = "/teams/" + team + "/routing-plan";
                String revision = admin.get(path).get("revision").asText();
                admin.put(
                        path,
                        revision,
                        "{\"strategies\":[\"throwing\",\"sleeping\",\"load\",\"round-robin\"]}");
            }
        }
    }

    private void dropAll(Path plugins) throws Exception {
        String fails = "throw new IllegalStateException(\"it never works\");";
        PluginJar.of("throwing", "1.0.0", STRATEGY.formatted("throwing", fails)).in(plugins);
        PluginJar.of("sleeping", "1.0.0", STRATEGY.formatted("sleeping", SLEEPS)).in(plugins);
        PluginJar.of(
                        "needs-two",
                        "1.0.0",
                        STRATEGY.formatted("needs-two", "return Preference.none();"))
                .importing("org.hotdesk.api.routing", "[2.0,3)")
                .in(plugins);
        PluginJar.of(
                        "bad-tables",
                        "1.0.0",
                        STRATEGY.formatted("bad-tables", "return Preference.none();"))
                .with("migrations/V1__bad.sql", "INSERT INTO nowhere_to_be_found VALUES (1);")
                .in(plugins);
        Path whole =
                PluginJar.of("half", "1.0.0", STRATEGY.formatted("half", "return null;"))
                        .in(folder);
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(plugins.resolve("half.jar"), Arrays.copyOf(bytes, bytes.length / 2));
    }

    private static void failsWith(Administrator admin, String reason) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(admin.get("/extensions").toString()).contains(reason));
    }

    private static void sees(Administrator admin, String name, String state, String error) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            JsonNode bundle = admin.bundle(name);
                            assertThat(bundle.get("state").asText()).isEqualTo(state);
                            assertThat(bundle.toString()).contains(error);
                        });
    }
}
