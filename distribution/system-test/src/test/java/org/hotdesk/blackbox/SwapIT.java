package org.hotdesk.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.fixture.Administrator;
import org.hotdesk.fixture.Installation;
import org.hotdesk.fixture.RunningServer;
import org.hotdesk.testkit.PluginJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Bundles are swapped while people chat, and nobody notices. */
class SwapIT {
    private static final String STRATEGY =
            """
            import org.hotdesk.api.extension.Extension;
            import org.hotdesk.api.routing.Preference;
            import org.hotdesk.api.routing.RoutingRequest;
            import org.hotdesk.api.routing.RoutingStrategy;
            import org.osgi.service.component.annotations.Component;

            @Component
            @Extension("swapped")
            public final class Swapped implements RoutingStrategy {
                @Override
                public Preference choose(RoutingRequest request) {
                    return request.candidates().stream().collect(Preference.keeping("as they come"));
                }
            }
            """;

    @TempDir Path folder;

    @Test
    void a_strategy_is_swapped_twenty_times_under_chats() throws Exception {
        Installation installation = Installation.in(folder, Map.of());
        try (RunningServer _ = RunningServer.start(installation)) {
            Administrator admin = Administrator.of(installation);
            admin.upload("/bundles", jar(0));
            for (String team : new String[] {"1", "2", "3"}) {
                if (admin.status("/teams/" + team + "/routing-plan") == 200) {
                    String revision =
                            admin.get("/teams/" + team + "/routing-plan").get("revision").asText();
                    admin.put(
                            "/teams/" + team + "/routing-plan",
                            revision,
                            "{\"strategies\":[\"swapped\",\"round-robin\"]}");
                }
            }
            int before = admin.conversations();
            CompletableFuture<Installation.Ended> replay = Chatter.of(installation, 150, 7).play();
            for (int version = 1; version <= 20; version++) {
                admin.awaitConversations(before + 6 * version);
                var answer = admin.upload("/bundles", jar(version));
                assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
                assertThat(admin.bundle("test.swapped").get("version").asText())
                        .startsWith("1." + version);
            }
            Chatter.assertNothingLost(replay.get(5, TimeUnit.MINUTES));
        }
    }

    private Path jar(int version) {
        return PluginJar.of("swapped", "1." + version + ".0", STRATEGY).in(folder);
    }
}
