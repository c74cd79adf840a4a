package org.hotdesk.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

final class DatabaseUrlTest {

    @Test
    void the_embedded_database_writes_before_it_acknowledges() {
        assertThat(DatabaseUrl.embedded(Path.of("/data dir/database")).text())
                .startsWith("jdbc:h2:async:/data dir/database/hotdesk;")
                .contains(";WRITE_DELAY=0", ";MODE=MariaDB", ";DATABASE_TO_LOWER=TRUE");
    }

    @Test
    void what_the_operator_says_is_kept() {
        assertThat(DatabaseUrl.of("jdbc:h2:mem:x;write_delay=5").text())
                .contains(";write_delay=5")
                .doesNotContain(";WRITE_DELAY");
        assertThat(DatabaseUrl.of("jdbc:mariadb://db/hotdesk?socketTimeout=9&sslMode=trust").text())
                .contains(
                        "socketTimeout=9", "sslMode=trust", "connectionCollation=utf8mb4_nopad_bin")
                .doesNotContain("socketTimeout=60000");
    }

    @Test
    void session_variables_of_the_operator_are_joined_by_ours() {
        assertThat(
                        DatabaseUrl.of("jdbc:mariadb://db/hotdesk?sessionVariables=wait_timeout=60")
                                .text())
                .contains("sessionVariables=wait_timeout=60,time_zone='+00:00',");
    }

    @Test
    void it_is_shown_without_its_options() {
        assertThat(DatabaseUrl.of("jdbc:mariadb://db/hotdesk?password=secret"))
                .hasToString("jdbc:mariadb://db/hotdesk");
    }

    @Test
    void other_databases_are_refused_in_words() {
        assertThatThrownBy(() -> DatabaseUrl.of("jdbc:postgresql://db/hotdesk"))
                .hasMessageContaining("jdbc:mariadb:");
    }
}
