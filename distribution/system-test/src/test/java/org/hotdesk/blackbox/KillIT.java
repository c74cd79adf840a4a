package org.hotdesk.blackbox;

import org.hotdesk.fixture.Administrator;
import org.hotdesk.fixture.Installation;
import org.hotdesk.fixture.RunningServer;
import org.hotdesk.persistence.LocalMariaDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What was acknowledged survives a server that is killed, and everybody goes on afterwards. */
class KillIT {
    @TempDir Path folder;

    @Test
    void nothing_is_lost_on_h2() throws Exception {
        killDuringChats(Map.of());
    }

    @Test
    void nothing_is_lost_on_mariadb() throws Exception {
        killDuringChats(
                Map.of("HOTDESK_DB_URL", LocalMariaDb.url("killed"), "HOTDESK_DB_USER", "root"));
    }

    private void killDuringChats(Map<String, String> environment) throws Exception {
        long seed = Long.getLong("hotdesk.test.seed", System.nanoTime());
        System.out.println("kill seed " + seed);
        Random random = new Random(seed);
        Installation installation = Installation.in(folder, environment);
        try (RunningServer server = RunningServer.start(installation)) {
            Administrator admin = Administrator.of(installation);
            int before = admin.conversations();
            CompletableFuture<Installation.Ended> replay =
                    Chatter.of(installation, 150, seed).play();
            for (int kill = 0; kill < 3; kill++) {
                admin.awaitConversations(before + 40 * kill + 1 + random.nextInt(39));
                server.kill();
                server.startAgain();
            }
            Chatter.assertNothingLost(replay.get(5, TimeUnit.MINUTES));
        }
    }
}
