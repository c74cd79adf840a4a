package org.hotdesk.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class SettingNamesTest {

    @Test
    void a_setting_goes_to_its_bundle_in_camel_case() {
        assertThat(SettingNames.byPid(Map.of("staff.grace-seconds", "30")))
                .isEqualTo(Map.of("org.hotdesk.staff", Map.of("graceSeconds", "30")));
    }

    @Test
    void a_bundle_of_several_words_has_dots_for_hyphens() {
        assertThat(SettingNames.byPid(Map.of("routing-round-robin.skip", "x")))
                .isEqualTo(Map.of("org.hotdesk.routing.round.robin", Map.of("skip", "x")));
    }

    @Test
    void a_bundle_of_somebody_else_is_named_in_full() {
        assertThat(SettingNames.byPid(Map.of("com.example.routing.quiet-hours", "22-6")))
                .isEqualTo(Map.of("com.example.routing", Map.of("quietHours", "22-6")));
    }

    @Test
    void settings_of_one_bundle_are_one_configuration() {
        assertThat(SettingNames.byPid(Map.of("persistence.url", "u", "persistence.user", "v")))
                .isEqualTo(Map.of("org.hotdesk.persistence", Map.of("url", "u", "user", "v")));
    }

    @Test
    void what_belongs_to_no_bundle_is_left_aside() {
        assertThat(SettingNames.byPid(Map.of("verbose", "true", "staff.", "x", ".y", "z")))
                .isEmpty();
    }
}
