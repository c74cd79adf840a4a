package org.hotdesk.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.staff.Team;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.storage.Transactions;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

class StoredCreationTest {
    private static final Actor WHO = new Actor.Platform("test");
    private final Map<String, Answers.Kept> rows = new HashMap<>();
    private final AtomicInteger created = new AtomicInteger();
    private final Creation creation =
            new StoredCreation(new PlainTransactions(), new Rows(), Clock.systemUTC());

    private Team create(String key, String name) {
        return creation.once(
                WHO,
                Optional.of(key),
                new Words(name, name),
                Team.class,
                () -> new Team(new TeamId(created.incrementAndGet()), new Words(name, name), 1));
    }

    @Test
    void the_same_request_creates_one_thing() {
        assertThat(create("k-1", "a")).isEqualTo(create("k-1", "a"));
        assertThat(created).hasValue(1);
    }

    @Test
    void another_key_creates_another_thing() {
        assertThat(create("k-1", "a")).isNotEqualTo(create("k-2", "a"));
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        create("k-1", "a");
        assertThatThrownBy(() -> create("k-1", "b"))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo("key-used"));
    }

    private final class Rows implements Answers {
        @Override
        public boolean take(String keyHash, String inputHash, Instant at) {
            return rows.putIfAbsent(keyHash, new Kept(inputHash, "")) == null;
        }

        @Override
        public void keep(String keyHash, String answer) {
            rows.computeIfPresent(keyHash, (key, kept) -> new Kept(kept.inputHash(), answer));
        }

        @Override
        public Optional<Kept> find(String keyHash) {
            return Optional.ofNullable(rows.get(keyHash));
        }

        @Override
        public int forget(Instant before) {
            return 0;
        }
    }

    private static final class PlainTransactions implements Transactions {
        @Override
        public <T> T run(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T runAgainOnDeadlock(Supplier<T> work) {
            return work.get();
        }

        @Override
        public void afterCommit(Runnable action) {
            action.run();
        }
    }
}
