package org.hotdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.hotdesk.container.SamplePlugins;
import org.hotdesk.fixture.Administrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

/** An administrator changes plugins while everybody works, and sees what is wrong with them. */
@InBrowser
final class PluginsIT {
    private static final String GOOD = "test.routing.good";

    @TempDir Path folder;

    /** What the page calls things. */
    private record Labels(
            String stop, String start, String remove, String running, String stopped) {
        static Labels in(String language) {
            return language.equals("zh-CN")
                    ? new Labels("停止", "启动", "移除", "运行中", "已停止")
                    : new Labels("Stop", "Start", "Remove", "Running", "Stopped");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void a_plugin_is_uploaded_updated_stopped_started_and_removed(String language, Stage stage) {
        var labels = Labels.in(language);
        var plugins = stage.plugins(language, Size.LAPTOP);
        plugins.choose(SamplePlugins.good("1.0.0").in(folder));
        assertThat(plugins.dialog()).containsText(GOOD + " 1.0.0");
        plugins.camera().look("plugins-report");
        plugins.install();
        plugins.closeDialog();
        assertThat(plugins.row(GOOD)).containsText(labels.running());
        assertThat(plugins.row(GOOD)).containsText("RoutingStrategy good");

        plugins.drop(SamplePlugins.good("1.1.0").in(folder));
        assertThat(plugins.dialog()).containsText("1.0.0");
        plugins.install();
        plugins.closeDialog();
        assertThat(plugins.row(GOOD)).containsText("1.1.0");

        plugins.act(GOOD, labels.stop());
        plugins.confirm();
        assertThat(plugins.row(GOOD)).containsText(labels.stopped());
        plugins.act(GOOD, labels.start());
        assertThat(plugins.row(GOOD)).containsText(labels.running());
        plugins.act(GOOD, labels.remove());
        plugins.confirm();
        assertThat(plugins.row(GOOD)).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, '包 org.hotdesk.api.routing [2.0,3)，现有 1.0.0', 移除",
        "en, 'package org.hotdesk.api.routing [2.0,3); here is 1.0.0', Remove",
    })
    void one_that_does_not_resolve_says_which_package_it_lacks(
            String language, String missing, String remove, Stage stage) {
        var plugins = stage.plugins(language, Size.LAPTOP);
        plugins.choose(SamplePlugins.goodForAnotherApi("4.0.0").in(folder));
        assertThat(plugins.dialog()).containsText(missing);
        plugins.install();
        plugins.closeDialog();
        assertThat(plugins.row(GOOD)).containsText(missing);
        plugins.camera().look("plugins-unresolved");
        plugins.act(GOOD, remove);
        plugins.confirm();
        assertThat(plugins.row(GOOD)).hasCount(0);
    }

    @Test
    void one_that_runs_and_fails_says_how_often_and_why(Stage stage) {
        var admin = Administrator.of(stage.server().installation());
        var plan = admin.get("/teams/1/routing-plan");
        admin.upload("/bundles", SamplePlugins.throwing().in(folder));
        admin.put(
                "/teams/1/routing-plan",
                plan.get("revision").asText(),
                "{\"strategies\":[\"throwing\",\"load\",\"round-robin\"]}");
        var plugins = stage.plugins("en", Size.LAPTOP);
        stage.agent("supervisor", "en", Size.LAPTOP).goOnline();
        var visitor = stage.visitor("en", Size.LAPTOP);
        visitor.openChat();
        visitor.write("Does it work?");

        var row = plugins.row("test.routing.throwing");
        assertThat(row).containsText("RoutingStrategy throwing failed");
        assertThat(row).containsText("IllegalStateException");
        plugins.camera().look("plugins-failing");
        admin.remove("/bundles/test.routing.throwing");
        assertThat(row).hasCount(0);
    }

    @Test
    void a_panel_comes_changes_and_goes_with_its_plugin(Stage stage) {
        var admin = Administrator.of(stage.server().installation());
        var supervisor = stage.agent("supervisor", "en", Size.LAPTOP);
        assertThat(supervisor.page().locator(".rail")).isVisible();
        supervisor.page().navigate(stage.server().url() + "/console/conversations/1");
        var panel = supervisor.page().locator("[data-test=hello-panel]");
        assertThat(panel).hasCount(0);

        admin.upload("/bundles", SamplePlugins.panel("1.0.0").in(folder));
        assertThat(panel).hasText("Hello from version 1.0.0");
        supervisor.camera().look("console-panel");
        admin.upload("/bundles", SamplePlugins.panel("1.1.0").in(folder));
        assertThat(panel).hasText("Hello from version 1.1.0");
        admin.remove("/bundles/test.panel.hello");
        assertThat(panel).hasCount(0);
    }

    @Test
    void rest_resources_come_change_and_go_with_their_plugin(Stage stage) {
        var admin = Administrator.of(stage.server().installation());
        var address = "/plugins/hello/";
        assertEquals(404, admin.status(address));

        admin.upload("/bundles", SamplePlugins.rest("1.0.0").in(folder));
        await().untilAsserted(
                        () -> assertEquals("1.0.0", admin.get(address).get("hello").asText()));
        admin.upload("/bundles", SamplePlugins.rest("1.1.0").in(folder));
        await().untilAsserted(
                        () -> assertEquals("1.1.0", admin.get(address).get("hello").asText()));
        admin.remove("/bundles/test.rest.hello");
        await().untilAsserted(() -> assertEquals(503, admin.status(address)));
    }
}
