package org.hotdesk.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.admin.HealthReading.Status;
import org.hotdesk.api.event.BundleChanged;
import org.hotdesk.api.event.Recorded;
import org.hotdesk.persistence.TransactionsTest.Counters;
import org.hotdesk.thing.ThingBundle;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

final class RestartTest {
    private static final Actor TESTER = new Actor.Platform("test");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void after_a_restart_of_the_database_all_goes_on() throws Exception {
        LocalMariaDb server = LocalMariaDb.separate();
        String url = server.urlOf("restarted");
        try (TestDatabase database = TestDatabase.at(url, "root")) {
            Counters counters = database.storage(ThingBundle.class).mapper(Counters.class);
            DatabaseHealth health = new DatabaseHealth(DatabaseUrl.of(url), database.database());
            List<Recorded> taken = new CopyOnWriteArrayList<>();
            database.consume("memory", taken::addAll);
            record(database, counters, 1);
            await().until(() -> taken.size() == 1);
            assertThat(health.check().status()).isEqualTo(Status.UP);

            server.kill();
            assertThatThrownBy(() -> record(database, counters, 2)).isInstanceOf(Fault.class);
            assertThat(health.check().status()).isEqualTo(Status.DOWN);

            server.restart();
            AtomicLong id = new AtomicLong(2);
            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(Fault.class)
                    .untilAsserted(() -> record(database, counters, id.incrementAndGet()));
            await().atMost(PATIENCE).until(() -> taken.getLast().event().equals(changed(id.get())));
            await().atMost(PATIENCE).until(() -> health.check().status() == Status.UP);
        } finally {
            server.kill();
        }
    }

    private static void record(TestDatabase database, Counters counters, long id) {
        database.transactions()
                .run(
                        () -> {
                            counters.insert(id);
                            database.events().record(TESTER, changed(id));
                        });
    }

    private static BundleChanged changed(long id) {
        return new BundleChanged("b" + id, "1", "updated", "");
    }
}
