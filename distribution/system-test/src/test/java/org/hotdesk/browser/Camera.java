package org.hotdesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Photographs a page for people to look at, and has axe look for barriers in it. */
record Camera(Page page, String language, Size size) {
    static final Path SHOTS = Path.of("target/screenshots");

    /** Comes with the npm packages of the console. */
    private static final Path AXE = Path.of("../../platform/web/node_modules/axe-core/axe.min.js");

    private static final String LOOK =
            """
            async () => (await axe.run(document)).violations.map(violation =>
                violation.id + ': ' + violation.help + ' ' +
                violation.nodes.map(node => node.target.join(' ') + ' ' + node.html).join(', '))
            """;

    /** A photograph under this name; fails when axe finds anything. */
    void look(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file(name)));
        assertThat(violations()).as("barriers in %s", file(name)).isEqualTo("[]");
    }

    private String violations() {
        try {
            page.evaluate(Files.readString(AXE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return String.valueOf(page.evaluate(LOOK));
    }

    private Path file(String name) {
        var size = "%dx%d".formatted(this.size.width(), this.size.height());
        return SHOTS.resolve("%s-%s-%s.png".formatted(name, language, size));
    }
}
