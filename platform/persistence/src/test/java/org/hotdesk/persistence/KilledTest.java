package org.hotdesk.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.hotdesk.persistence.Database.Login;
import org.hotdesk.thing.ThingBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Kills the process that writes, again and again, and looks at what is left. */
final class KilledTest {
    private static final int KILLS = 3;
    private static final int WRITERS = 16;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @Test
    void h2_keeps_what_was_acknowledged(@TempDir Path folder) throws Exception {
        // Gaps of the file are filled from the first second on, and not only after 45.
        String url = "jdbc:h2:async:" + folder.resolve("killed") + ";RETENTION_TIME=500";
        survive(url, "sa");
    }

    @Test
    void mariadb_keeps_what_was_acknowledged() throws Exception {
        survive(LocalMariaDb.url("killed"), "root");
    }

    private void survive(String url, String user) throws Exception {
        System.out.println("KilledTest seed " + seed);
        try (TestDatabase prepared = TestDatabase.at(url, user)) {
            prepared.storage(ThingBundle.class);
        }
        for (int i = 0; i < KILLS; i++) {
            writeAndDie(url, user);
        }
        try (TestDatabase left = TestDatabase.at(url, user)) {
            Traffic traffic =
                    new Traffic(
                            left.storage(ThingBundle.class), left.transactions(), left.events());
            left.consume("one", traffic.consumer("one", seed));
            await().atMost(Duration.ofSeconds(30))
                    .until(
                            () ->
                                    traffic.tables().pending() == 0
                                            && traffic.tables().taken("one").size()
                                                    == traffic.tables().log().size());
            traffic.check("one");
            assertThat(acknowledged).hasSizeGreaterThan(50);
            assertThat(traffic.tables().log().stream().map(KilledTest::step))
                    .containsAll(acknowledged);
        }
    }

    private static String step(Traffic.Tables.Logged logged) {
        return logged.subject().replace("bundle/", "")
                + " "
                + logged.payload().replaceAll(".*\"version\":\"(\\d+)\".*", "$1");
    }

    private void writeAndDie(String url, String user) throws Exception {
        Process writer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                KilledTest.class.getName(),
                                url,
                                user,
                                String.valueOf(random.nextLong()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        // By its progress, not by the clock alone: a slow machine must not kill an idle process.
        CountDownLatch working = new CountDownLatch(20 + random.nextInt(60));
        Thread reader = Thread.ofVirtual().start(() -> read(writer.inputReader(), working));
        try {
            assertThat(working.await(30, TimeUnit.SECONDS)).isTrue();
            long life = 300 + random.nextInt(900);
            assertThat(writer.waitFor(life, TimeUnit.MILLISECONDS)).isFalse();
        } finally {
            // SIGKILL on Unix; by its handle, so that what it wrote can still be read.
            writer.toHandle().destroyForcibly();
            reader.join();
            writer.waitFor();
        }
    }

    private void read(BufferedReader lines, CountDownLatch working) {
        try (lines) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.endsWith(".")) {
                    working.countDown();
                    acknowledged.add(line.substring(0, line.length() - 1));
                }
            }
        } catch (IOException killed) {
            throw new UncheckedIOException(killed);
        }
    }

    /** The process to be killed: tells on its standard output what was committed. */
    public static void main(String[] arguments) throws SQLException {
        Database database =
                Database.open(DatabaseUrl.of(arguments[0]), new Login(arguments[1], ""), 20);
        long seed = Long.parseLong(arguments[2]);
        ThreadTransactions transactions = new ThreadTransactions(database);
        EventLog events = new EventLog(transactions, Clock.systemUTC());
        Traffic traffic =
                new Traffic(
                        new Mappers(transactions, KilledTest.class.getClassLoader()),
                        transactions,
                        events);
        events.consume("one", traffic.consumer("one", seed));
        for (int i = 0; i < WRITERS; i++) {
            long own = seed + i;
            Thread.ofPlatform()
                    .start(
                            () ->
                                    traffic.write(
                                            own,
                                            () -> true,
                                            step ->
                                                    System.out.println(
                                                            step.name()
                                                                    + " "
                                                                    + step.version()
                                                                    + ".")));
        }
    }
}
