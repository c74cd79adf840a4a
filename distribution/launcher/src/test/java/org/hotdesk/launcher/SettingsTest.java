package org.hotdesk.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class SettingsTest {

    @TempDir private Path home;

    @Test
    void without_file_and_environment_the_defaults_hold() {
        var settings = Settings.read(home, Map.of());
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.data()).isEqualTo(home.resolve("data"));
        assertThat(settings.get("persistence.url")).isEmpty();
    }

    @Test
    void the_environment_wins_over_the_file() throws IOException {
        write("http.port=9000\nhttp.host=0.0.0.0\n");
        var settings = Settings.read(home, Map.of("HOTDESK_PORT", "9001"));
        assertThat(settings.port()).isEqualTo(9001);
        assertThat(settings.host()).isEqualTo("0.0.0.0");
    }

    @Test
    void an_empty_value_counts_as_none() throws IOException {
        write("http.port=\npersistence.url=\n");
        var settings = Settings.read(home, Map.of("HOTDESK_PORT", " "));
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.get("persistence.url")).isEmpty();
    }

    @Test
    void a_password_may_lie_in_a_file() throws IOException {
        var secret = Files.writeString(home.resolve("secret"), "s3cret\n");
        var settings = Settings.read(home, Map.of("HOTDESK_DB_PASSWORD_FILE", secret.toString()));
        assertThat(settings.get("persistence.password")).contains("s3cret");
        assertThat(settings.toString()).doesNotContain("s3cret").contains("persistence.password");
    }

    @Test
    void a_password_file_that_is_missing_is_refused() {
        refuses(
                Map.of("HOTDESK_ADMIN_PASSWORD_FILE", "/no/such/file"),
                "HOTDESK_ADMIN_PASSWORD_FILE");
    }

    @Test
    void an_unknown_setting_is_refused_by_name() throws IOException {
        write("htp.port=9000\n");
        refuses(Map.of(), "there is no setting htp.port");
    }

    @Test
    void a_plugin_brings_settings_of_its_own() throws IOException {
        write("com.example.routing.quiet-hours=22-6\n");
        assertThat(Settings.read(home, Map.of()).get("com.example.routing.quiet-hours"))
                .contains("22-6");
    }

    @Test
    void a_port_that_is_no_port_is_refused() {
        refuses(Map.of("HOTDESK_PORT", "http"), "http.port is a number from 0 to 65535, not http");
        refuses(Map.of("HOTDESK_PORT", "70000"), "http.port");
    }

    @Test
    void a_relative_data_folder_counts_from_the_installation() throws IOException {
        write("data.folder=../kept\n");
        assertThat(Settings.read(home, Map.of()).data()).isEqualTo(home.resolveSibling("kept"));
    }

    @Test
    void the_demo_has_a_folder_of_its_own_and_a_known_password() {
        var demo = Settings.read(home, Map.of()).forDemo();
        assertThat(demo.data()).isEqualTo(home.resolve("data/demo"));
        assertThat(demo.get("staff.admin-password")).contains("hotdesk-demo");
    }

    @Test
    void the_demo_refuses_to_listen_to_others() {
        var open = Settings.read(home, Map.of("HOTDESK_HOST", "0.0.0.0"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(open::forDemo)
                .withMessageContaining("loopback only")
                .matches(refusal -> refusal.exitCode == Refusal.MISUSED);
    }

    @Test
    void every_setting_of_the_environment_is_shown_in_the_file() {
        assertThat(Settings.known())
                .contains(
                        "http.host",
                        "http.port",
                        "data.folder",
                        "persistence.url",
                        "persistence.user")
                .contains("persistence.password", "staff.admin-password", "log.file", "log.format");
    }

    private void write(String text) throws IOException {
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/hotdesk.properties"), text);
    }

    private void refuses(Map<String, String> environment, String words) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Settings.read(home, environment))
                .withMessageContaining(words)
                .matches(refusal -> refusal.exitCode == Refusal.MISUSED);
    }
}
