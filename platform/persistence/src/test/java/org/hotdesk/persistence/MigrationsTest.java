package org.hotdesk.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

@OnBothDatabases
final class MigrationsTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestDatabase database;
    private final String name = "own" + COUNT.incrementAndGet();

    MigrationsTest(TestDatabase database) {
        this.database = database;
    }

    private Home home(String... statements) {
        List<Home.Script> scripts =
                Arrays.stream(statements)
                        .map(sql -> sql.split(": ", 2))
                        .map(parts -> new Home.Script(parts[0], parts[1].replace("$", name)))
                        .toList();
        return new Home("org.hotdesk." + name, MigrationsTest.class.getClassLoader(), scripts);
    }

    @Test
    void each_bundle_has_a_history_of_its_own() {
        assertThat(database.migrate(home("V1__a.sql: CREATE TABLE $_a (id BIGINT)"))).isEmpty();
        Home other =
                new Home(
                        "com.acme.shop-" + name,
                        MigrationsTest.class.getClassLoader(),
                        List.of(
                                new Home.Script(
                                        "V1__b.sql", "CREATE TABLE acme_" + name + " (id INT)")));
        assertThat(database.migrate(other)).isEmpty();
        assertThat(database.count(name + "_migrations WHERE version = '1'")).isEqualTo(1);
        assertThat(database.count("com_acme_shop_" + name + "_migrations WHERE version = '1'"))
                .isEqualTo(1);
    }

    @Test
    void only_what_is_new_runs() {
        String first = "V1__a.sql: CREATE TABLE $_a (id BIGINT)";
        assertThat(database.migrate(home(first))).isEmpty();
        assertThat(database.migrate(home(first))).isEmpty();
        assertThat(database.migrate(home(first, "V2__b.sql: INSERT INTO $_a VALUES (7)")))
                .isEmpty();
        assertThat(database.migrate(home(first, "V2__b.sql: INSERT INTO $_a VALUES (7)")))
                .isEmpty();
        assertThat(database.count(name + "_a")).isEqualTo(1);
    }

    @Test
    void a_start_with_nothing_new_needs_no_flyway() throws Exception {
        Home home = home("V1__a.sql: CREATE TABLE $_a (\n  id BIGINT\r\n)\n");
        assertThat(database.migrate(home)).isEmpty();
        try (Connection connection = database.database().plain().getConnection()) {
            History history = new History(connection, home);
            assertThat(history.exists()).isTrue();
            assertThat(history.tellsOf(home)).isTrue();
            assertThat(history.tellsOf(home("V1__a.sql: CREATE TABLE $_a (id INT)"))).isFalse();
        }
    }

    @Test
    void a_failure_names_the_script_and_the_reason() {
        assertThat(database.migrate(home("V1__a.sql: CREATE TABEL $_a (id BIGINT)")))
                .hasValueSatisfying(reason -> assertThat(reason).contains("V1__a.sql", "TABEL"));
    }

    @Test
    void a_corrected_version_may_try_again() {
        assertThat(database.migrate(home("V1__a.sql: CREATE TABEL $_a (id BIGINT)"))).isNotEmpty();
        assertThat(database.migrate(home("V1__a.sql: CREATE TABLE $_a (id BIGINT)"))).isEmpty();
    }

    @Test
    void a_script_that_was_changed_after_it_ran_is_refused() {
        assertThat(database.migrate(home("V1__a.sql: CREATE TABLE $_a (id BIGINT)"))).isEmpty();
        assertThat(database.migrate(home("V1__a.sql: CREATE TABLE $_b (id BIGINT)")))
                .hasValueSatisfying(
                        reason ->
                                assertThat(reason)
                                        .contains("changed", "version 1")
                                        .doesNotContain("http"));
    }

    @Test
    void a_bundle_without_scripts_needs_nothing() {
        assertThat(database.migrate(home())).isEmpty();
    }
}
