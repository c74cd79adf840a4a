package org.hotdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class DocsServletTest {
    @TempDir Path home;

    @Test
    void a_document_is_shown_as_text() throws IOException {
        Path docs = Files.createDirectory(home.resolve("docs"));
        Files.writeString(docs.resolve("live-protocol.md"), "# 协议");
        Content found = new DocsServlet(docs).find("/live-protocol.md").orElseThrow();
        assertThat(found.text()).isEqualTo("# 协议");
        assertThat(found.type()).isEqualTo("text/plain; charset=utf-8");
    }

    @Test
    void nothing_outside_the_folder_is_shown() throws IOException {
        Path docs = Files.createDirectory(home.resolve("docs"));
        Files.writeString(home.resolve("secret.md"), "secret");
        DocsServlet servlet = new DocsServlet(docs);
        assertThat(servlet.find("/../secret.md")).isEmpty();
        assertThat(servlet.find("/absent.md")).isEmpty();
        assertThat(servlet.find("/")).isEmpty();
    }
}
