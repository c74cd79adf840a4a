package org.hotdesk.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.staff.Team;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

@OnBothDatabases
class StoredCreationTest {
    private static final Actor WHO = new Actor.Platform("test");
    private static final Instant NOW = Instant.parse("2026-11-21T13:29:01Z");

    private final AtomicInteger created = new AtomicInteger();
    private TestDatabase database;

    @BeforeEach
    void prepare(TestDatabase fresh) {
        database = fresh;
        database.reset();
    }

    private Creation creation(Instant now) {
        var answers = database.storage(StoredCreation.class).mapper(Answers.class);
        return new StoredCreation(
                database.transactions(), answers, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Team create(Creation creation, String key, String name) {
        return creation.once(
                WHO,
                Optional.of(key),
                new Words(name, name),
                Team.class,
                () -> team(created.incrementAndGet(), name));
    }

    private static Team team(int id, String name) {
        return new Team(new TeamId(id), new Words(name, name), 1);
    }

    @Test
    void the_same_request_creates_one_thing_also_after_a_restart() {
        var first = create(creation(NOW), "k-1", "售前");
        assertThat(create(creation(NOW), "k-1", "售前")).isEqualTo(first);
        assertThat(created).hasValue(1);
        assertThat(create(creation(NOW), "k-2", "售前")).isNotEqualTo(first);
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        create(creation(NOW), "k-1", "a");
        assertThatThrownBy(() -> create(creation(NOW), "k-1", "b"))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo("key-used"));
    }

    @Test
    void what_failed_may_be_tried_again_under_its_key() {
        assertThatThrownBy(
                        () ->
                                creation(NOW)
                                        .once(
                                                WHO,
                                                Optional.of("k-1"),
                                                new Words("a", "a"),
                                                Team.class,
                                                () -> {
                                                    throw Fault.stale("team", 1);
                                                }))
                .isInstanceOf(Fault.class);
        assertThat(create(creation(NOW), "k-1", "a").id()).isEqualTo(new TeamId(1));
    }

    @Test
    void eight_at_once_under_one_key_create_one_thing() throws Exception {
        var creation = creation(NOW);
        var teams = new HashSet<Team>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Team> request = () -> create(creation, "k-1", "a");
            for (var answer : threads.invokeAll(Collections.nCopies(8, request))) {
                teams.add(answer.get());
            }
        }
        assertThat(teams).hasSize(1);
        assertThat(created).hasValue(1);
    }

    @Test
    void a_key_is_forgotten_after_a_day() {
        create(creation(NOW), "k-1", "a");
        var next = creation(NOW.plus(Duration.ofHours(25)));
        assertThat(create(next, "k-1", "b").id()).isEqualTo(new TeamId(2));
    }
}
