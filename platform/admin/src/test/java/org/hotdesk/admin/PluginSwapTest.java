package org.hotdesk.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hotdesk.admin.Bench.ADMIN;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.admin.BundleInfo;
import org.hotdesk.api.admin.BundleState;
import org.hotdesk.api.extension.Provenance;
import org.hotdesk.api.routing.RoutingStrategy;
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
import java.util.Optional;

class PluginSwapTest {
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
    void a_new_version_runs_beside_the_old_until_it_has_proved_itself() {
        install(Sources.good("1.0.0"));
        BundleInfo info = install(Sources.good("2.0.0"));
        assertThat(info.version()).isEqualTo("2.0.0");
        assertThat(info.previous()).isEqualTo(Optional.of("1.0.0"));
        assertThat(strategies()).isEqualTo(2);
        bench.plugins()
                .proved(RoutingStrategy.class.getName(), new Provenance("good", GOOD, "2.0.0", 0));
        assertThat(find(GOOD).previous()).isEmpty();
        assertThat(strategies()).isEqualTo(1);
        assertThat(bench.folder).isDirectoryContaining("glob:**2.0.0.jar");
        assertThat(bench.folder).isDirectoryNotContaining("glob:**1.0.0.jar");
    }

    @Test
    void a_new_version_that_fails_its_first_calls_is_rolled_back() {
        install(Sources.good("1.0.0"));
        install(Sources.good("2.0.0"));
        bench.plugins()
                .failed(
                        RoutingStrategy.class.getName(),
                        new Provenance("good", GOOD, "2.0.0", 0),
                        Words.same("it threw"));
        BundleInfo info = find(GOOD);
        assertThat(info.version()).isEqualTo("1.0.0");
        assertThat(info.state()).isEqualTo(BundleState.ACTIVE);
        assertThat(info.lastError().orElseThrow().message().en()).contains("it threw");
        assertThat(bench.folder).isDirectoryContaining("glob:**1.0.0.jar");
        assertThat(bench.folder).isDirectoryContaining("glob:**2.0.0.jar.failed");
        assertThat(bench.changes())
                .containsExactly(
                        "installed test.good 1.0.0",
                        "updated test.good 2.0.0",
                        "rolled-back test.good 2.0.0");
    }

    @Test
    void what_was_set_aside_goes_with_its_bundle_and_no_other() throws IOException {
        install(Sources.good("1.0.0"));
        assertThatThrownBy(() -> install(Sources.failing("2.0.0"))).isInstanceOf(Fault.class);
        assertThat(bench.folder).isDirectoryContaining("glob:**2.0.0.jar.failed");
        Path other = bench.folder.resolve("other-1.0.0.jar.failed");
        Files.move(Sources.strategy("other", "1.0.0", "other", "").in(elsewhere), other);
        Path half = Files.writeString(bench.folder.resolve("half.jar.failed"), "half a file");
        bench.plugins().remove(ADMIN, GOOD);
        assertThat(bench.folder).isDirectoryNotContaining("glob:**2.0.0.jar*");
        assertThat(other).exists();
        assertThat(half).exists();
    }

    @Test
    void a_new_version_whose_component_does_not_start_is_rolled_back_at_once() {
        install(Sources.good("1.0.0"));
        assertThatThrownBy(() -> install(Sources.failing("2.0.0")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("no fuel");
        assertThat(find(GOOD).version()).isEqualTo("1.0.0");
        assertThat(find(GOOD).state()).isEqualTo(BundleState.ACTIVE);
        assertThat(strategies()).isEqualTo(1);
    }

    @Test
    void a_new_version_that_overwrites_the_old_file_can_be_rolled_back_too() throws IOException {
        Path file = bench.folder.resolve("good.jar");
        Files.move(Sources.good("1.0.0").in(elsewhere), file);
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(find(GOOD).state()).isEqualTo(BundleState.ACTIVE));
        Files.write(file, Files.readAllBytes(Sources.failing("2.0.0").in(elsewhere)));
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(find(GOOD).lastError()).isPresent());
        assertThat(find(GOOD).version()).isEqualTo("1.0.0");
        assertThat(bench.folder.resolve("test.good-1.0.0.jar")).exists();
        assertThat(bench.folder.resolve("good.jar.failed")).exists();
    }

    @Test
    void the_same_version_built_again_replaces_the_build_before() {
        install(Sources.good("1.0.0"));
        BundleInfo info =
                install(Sources.strategy("good", "1.0.0", "good", "static final int BUILD = 2;"));
        assertThat(info.previous()).isEqualTo(Optional.of("1.0.0"));
        assertThat(info.state()).isEqualTo(BundleState.ACTIVE);
    }

    @Test
    void an_older_version_can_be_put_back_on_purpose() {
        install(Sources.good("2.0.0"));
        assertThat(install(Sources.good("1.0.0")).version()).isEqualTo("1.0.0");
        assertThat(strategies()).isEqualTo(1);
        assertThat(bench.folder).isDirectoryNotContaining("glob:**2.0.0.jar");
    }

    @Test
    void after_a_restart_in_the_middle_of_a_proof_the_new_version_runs()
            throws BundleException, IOException, InterruptedException {
        install(Sources.good("1.0.0"));
        install(Sources.good("2.0.0"));
        bench.restart();
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(find(GOOD).version()).isEqualTo("2.0.0"));
    }

    @Test
    void after_a_restart_the_version_before_runs_when_the_new_one_does_not_start()
            throws BundleException, IOException, InterruptedException {
        bench.close();
        Sources.good("1.0.0").in(bench.folder);
        Sources.failing("2.0.0").in(bench.folder);
        bench = new Bench(home);
        await().ignoreExceptions()
                .untilAsserted(
                        () -> {
                            assertThat(find(GOOD).version()).isEqualTo("1.0.0");
                            assertThat(find(GOOD).state()).isEqualTo(BundleState.ACTIVE);
                        });
    }

    @Test
    void builds_of_one_version_may_follow_each_other_before_any_has_proved_itself() {
        for (int build = 1; build <= 3; build++) {
            install(
                    Sources.strategy(
                            "good", "1.0.0", "good", "static final int BUILD = " + build + ";"));
        }
        bench.plugins()
                .proved(RoutingStrategy.class.getName(), new Provenance("good", GOOD, "1.0.0", 0));
        assertThat(bench.folder).isDirectoryContaining("glob:**1.0.0.jar");
        assertThat(find(GOOD).state()).isEqualTo(BundleState.ACTIVE);
        assertThat(find(GOOD).previous()).isEmpty();
        assertThat(strategies()).isEqualTo(1);
    }
}
