package org.hotdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Optional;

class PanelTest {
    private final Panel panel =
            new Panel("org.example.orders", "1.2.0", "web/panel.js", PanelTest::anyFile);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/org.example.orders/1.2.0/web/panel.js",
                "/org.example.orders/1.2.0/web/parts/table.js"
            })
    void the_module_and_the_files_of_its_folder_are_served(String address) {
        assertThat(panel.find(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/org.example.orders/1.2.0/META-INF/MANIFEST.MF",
                "/org.example.orders/1.2.0/web/../META-INF/MANIFEST.MF",
                "/org.example.orders/1.2.0/web/",
                "/org.example.orders/1.1.0/web/panel.js",
                "/org.example.ordersx/1.2.0/web/panel.js",
                "/org.example.orders/1.2.0/",
                ""
            })
    void nothing_else_of_the_bundle_is_served(String address) {
        assertThat(panel.find(address)).isEmpty();
    }

    @Test
    void a_module_without_a_folder_opens_no_other_file() {
        Panel atRoot = new Panel("org.example", "1.0.0", "panel.js", PanelTest::anyFile);

        assertThat(atRoot.find("/org.example/1.0.0/panel.js")).isPresent();
        assertThat(atRoot.find("/org.example/1.0.0/other.js")).isEmpty();
    }

    private static Optional<URL> anyFile(String path) {
        try {
            return Optional.of(URI.create("file:///" + path).toURL());
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
