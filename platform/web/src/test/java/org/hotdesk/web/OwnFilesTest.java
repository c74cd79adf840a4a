package org.hotdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

class OwnFilesTest {
    private final OwnFiles files = new OwnFiles();

    @Test
    void the_console_page_names_its_shared_modules_and_allows_just_that_script() {
        Content page = files.find("console/index.html").orElseThrow();
        String html = page.text();

        assertThat(page.type()).startsWith("text/html");
        assertThat(html).containsPattern("\"vue\":\"/console/assets/vue-[^\"]+\\.js\"");
        assertThat(html)
                .containsPattern("\"element-plus\":\"/console/assets/element-plus-[^\"]+\\.js\"");
        assertThat(Protection.policy(html)).containsPattern("script-src 'self' 'sha256-[^' ]+';");
    }

    @Test
    void the_widget_is_there() {
        assertThat(files.find("widget/widget.js").orElseThrow().type())
                .startsWith("text/javascript");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "console/nothing.js",
                "console/",
                "console/../META-INF/MANIFEST.MF",
                "org/hotdesk/web/OwnFiles.class"
            })
    void what_is_not_there_or_not_for_anybody_is_not_found(String path) {
        assertThat(files.find(path)).isEmpty();
    }

    @Test
    void the_same_content_has_the_same_tag() {
        byte[] bytes = "same".getBytes(StandardCharsets.UTF_8);

        assertThat(Content.of("a.js", bytes).tag()).isEqualTo(Content.of("b.js", bytes).tag());
    }

    @Test
    void a_page_without_inline_scripts_allows_none() {
        assertThat(Protection.policy("<script src=\"/a.js\"></script>"))
                .contains("script-src 'self';")
                .contains("default-src 'none'");
    }
}
