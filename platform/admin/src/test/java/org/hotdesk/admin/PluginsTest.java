package org.hotdesk.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hotdesk.admin.Bench.ADMIN;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.admin.BundleInfo;
import org.hotdesk.api.admin.BundleInfo.Failing;
import org.hotdesk.api.admin.BundleInfo.LastError;
import org.hotdesk.api.admin.BundleState;
import org.hotdesk.api.extension.ExtensionPoint;
import org.hotdesk.api.extension.ExtensionState;
import org.hotdesk.api.extension.ExtensionState.LastFailure;
import org.hotdesk.api.extension.Extensions;
import org.hotdesk.api.extension.Provenance;
import org.hotdesk.api.routing.RoutingStrategy;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.testkit.PluginJar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class PluginsTest {
    private static final String GOOD = "test.good";

    @TempDir Path home;
    @TempDir Path elsewhere;
    private Bench bench;

    @BeforeEach
    void open() throws BundleException, IOException {
        bench = new Bench(home);
    }

    @AfterEach
    void close() throws BundleException, IOException, InterruptedException {
        bench.close();
    }

    private BundleInfo install(PluginJar jar) {
        return bench.plugins().install(ADMIN, jar.in(elsewhere));
    }

    private BundleInfo find(String name) {
        return bench.plugins().find(ADMIN, name);
    }

    private int strategies() {
        try {
            return bench.context().getServiceReferences(RoutingStrategy.class, null).size();
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void an_uploaded_bundle_runs_and_lies_in_the_folder() {
        BundleInfo info = install(Sources.good("1.0.0"));
        assertThat(info.state()).isEqualTo(BundleState.ACTIVE);
        assertThat(info.offers()).containsExactly("RoutingStrategy good");
        assertThat(info.needs()).contains("org.hotdesk.api.routing [1.0,2)");
        assertThat(bench.folder.resolve("test.good-1.0.0.jar")).exists();
        assertThat(bench.changes()).containsExactly("installed test.good 1.0.0");
    }

    @Test
    void a_jar_dropped_into_the_folder_runs() {
        Sources.good("1.0.0").in(bench.folder);
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(find(GOOD).state()).isEqualTo(BundleState.ACTIVE));
    }

    @Test
    void a_jar_taken_from_the_folder_is_gone() throws IOException {
        install(Sources.good("1.0.0"));
        Files.delete(bench.folder.resolve("test.good-1.0.0.jar"));
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(bench.plugins().plugins()).isEmpty());
        assertThat(strategies()).isZero();
    }

    @Test
    void a_missing_package_is_told_with_its_range() {
        BundleInfo info =
                install(Sources.good("1.0.0").importing("org.hotdesk.api.routing", "[2.0,3)"));
        assertThat(info.state()).isEqualTo(BundleState.UNRESOLVED);
        assertThat(info.missing())
                .extracting(Words::en)
                .containsExactly("package org.hotdesk.api.routing [2.0,3); here is 1.0.0");
    }

    @Test
    void a_bundle_that_waits_for_another_runs_when_that_one_comes() {
        install(Sources.strategy("needy", "1.0.0", "needy", "").importing("test.good", "[1.0,2)"));
        assertThat(find("test.needy").state()).isEqualTo(BundleState.UNRESOLVED);
        install(Sources.good("1.0.0").header("Export-Package", "test.good;version=1.0.0"));
        assertThat(find("test.needy").state()).isEqualTo(BundleState.ACTIVE);
    }

    @Test
    void a_missing_service_is_told() {
        BundleInfo info = install(Sources.waiting("1.0.0"));
        assertThat(info.state()).isEqualTo(BundleState.FAILED);
        assertThat(info.missing())
                .containsExactly(new Words("服务 java.lang.Runnable", "service java.lang.Runnable"));
    }

    private void offerState(String version, long failing) {
        ExtensionState state =
                new ExtensionState(
                        RoutingStrategy.class.getName(),
                        new Provenance("good", GOOD, version, 0),
                        true,
                        20,
                        12,
                        failing,
                        Optional.of(new LastFailure(Instant.EPOCH, Words.same("no fuel"))));
        bench.context().registerService(Extensions.class, new OneState(state), null);
    }

    /** A guard that knows of one extension. */
    private record OneState(ExtensionState state) implements Extensions {
        @Override
        public <S> ExtensionPoint<S> open(Class<S> point) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ExtensionState> states() {
            return List.of(state);
        }
    }

    @Test
    void a_running_plugin_shows_which_of_its_calls_fail() {
        offerState("1.0.0", 7);
        BundleInfo info = install(Sources.good("1.0.0"));
        assertThat(info.state()).isEqualTo(BundleState.ACTIVE);
        assertThat(info.failing())
                .containsExactly(
                        new Failing(
                                "RoutingStrategy good",
                                7,
                                true,
                                new LastError(Instant.EPOCH, Words.same("no fuel"))));
    }

    @Test
    void failures_of_the_version_before_are_not_shown() {
        offerState("1.0.0", 7);
        assertThat(install(Sources.good("1.1.0")).failing()).isEmpty();
    }

    @Test
    void a_plugin_that_works_again_shows_no_failure() {
        offerState("1.0.0", 0);
        assertThat(install(Sources.good("1.0.0")).failing()).isEmpty();
    }

    @Test
    void a_failed_migration_leaves_a_bundle_stopped_with_the_reason() {
        bench.failingMigrations.put(GOOD, "V1__first.sql: no such column");
        BundleInfo info = install(Sources.good("1.0.0"));
        assertThat(info.state()).isEqualTo(BundleState.FAILED);
        assertThat(info.lastError().orElseThrow().message().en()).contains("no such column");
        assertThat(strategies()).isZero();
        bench.failingMigrations.clear();
        assertThat(bench.plugins().start(ADMIN, GOOD).state()).isEqualTo(BundleState.ACTIVE);
    }

    @Test
    void half_a_file_is_shown_with_the_reason_and_hurts_nobody() throws IOException {
        install(Sources.good("1.0.0"));
        byte[] whole =
                Files.readAllBytes(Sources.strategy("other", "1.0.0", "x", "").in(elsewhere));
        Path half = bench.folder.resolve("half.jar");
        Files.write(half, Arrays.copyOf(whole, whole.length / 2));
        await().ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(find("half.jar").state()).isEqualTo(BundleState.FAILED));
        assertThat(find("half.jar").lastError().orElseThrow().message().en())
                .contains("half a file");
        assertThat(find(GOOD).state()).isEqualTo(BundleState.ACTIVE);
        bench.plugins().remove(ADMIN, "half.jar");
        assertThat(half).doesNotExist();
    }

    @Test
    void a_file_that_is_no_bundle_is_refused() throws IOException {
        Path text = Files.writeString(elsewhere.resolve("notes.jar"), "not a jar");
        assertThatThrownBy(() -> bench.plugins().install(ADMIN, text))
                .isInstanceOf(Fault.class)
                .extracting("code")
                .isEqualTo("not-a-bundle");
    }

    @Test
    void a_bundle_of_the_platform_is_refused() {
        assertThatThrownBy(
                        () ->
                                install(
                                        Sources.good("9.0.0")
                                                .header(
                                                        "Bundle-SymbolicName",
                                                        "org.apache.felix.scr")))
                .isInstanceOf(Fault.class)
                .extracting("code")
                .isEqualTo("bundle-is-platform");
    }

    @Test
    void a_stopped_bundle_stays_stopped_after_a_restart()
            throws BundleException, IOException, InterruptedException {
        install(Sources.good("1.0.0"));
        assertThat(bench.plugins().stop(ADMIN, GOOD).state()).isEqualTo(BundleState.STOPPED);
        bench.restart();
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(find(GOOD).state()).isEqualTo(BundleState.STOPPED));
        assertThat(bench.plugins().start(ADMIN, GOOD).state()).isEqualTo(BundleState.ACTIVE);
        bench.restart();
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(find(GOOD).state()).isEqualTo(BundleState.ACTIVE));
    }

    @Test
    void leftovers_of_a_killed_upload_do_not_matter()
            throws BundleException, IOException, InterruptedException {
        install(Sources.good("1.0.0"));
        Files.writeString(bench.folder.resolve(".123.part"), "half");
        Files.writeString(bench.folder.resolve("other.jar.part"), "half");
        bench.restart();
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(find(GOOD).state()).isEqualTo(BundleState.ACTIVE));
        assertThat(bench.plugins().plugins()).hasSize(1);
    }

    @Test
    void a_removed_bundle_is_gone_with_its_file() {
        install(Sources.good("1.0.0"));
        bench.plugins().remove(ADMIN, GOOD);
        assertThat(bench.plugins().plugins()).isEmpty();
        assertThat(bench.folder).isDirectoryNotContaining("glob:**.jar");
        assertThatThrownBy(() -> find(GOOD)).isInstanceOf(Fault.class);
    }

    @Test
    void a_dry_run_says_what_would_happen_and_does_nothing() {
        install(Sources.good("1.1.0"));
        var run =
                bench.plugins()
                        .check(
                                ADMIN,
                                Sources.strategy("good", "1.0.0", "better", "")
                                        .importing("org.hotdesk.api.routing", "[2.0,3)")
                                        .in(elsewhere));
        assertThat(run.resolves()).isFalse();
        assertThat(run.replaces()).isEqualTo(Optional.of("1.1.0"));
        assertThat(run.missing())
                .containsExactly(
                        new Words(
                                "包 org.hotdesk.api.routing [2.0,3)，现有 1.0.0",
                                "package org.hotdesk.api.routing [2.0,3); here is 1.0.0"));
        assertThat(run.stops()).containsExactly("RoutingStrategy good");
        assertThat(run.warnings())
                .containsExactly(new Words("比现有的版本旧", "it is older than the version that is here"));
        assertThat(find(GOOD).version()).isEqualTo("1.1.0");
    }

    @Test
    void who_may_not_manage_bundles_may_not_even_look() {
        Actor agent = new Actor.Agent(new AgentId(1), "Ann", Set.of());
        assertThatThrownBy(() -> bench.plugins().list(agent)).isInstanceOf(Fault.class);
    }
}
