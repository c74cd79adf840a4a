package org.hotdesk.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hotdesk.api.Fault;
import org.hotdesk.api.storage.FileStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

class DiskFilesTest {
    private static final String HELLO =
            "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir Path folder = Path.of("");

    private FileStore.Kept keep(String text) {
        return new DiskFiles(folder)
                .keep("test", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 10);
    }

    private long files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void bytes_are_known_by_their_content_and_kept_once() throws IOException {
        assertThat(keep("hello")).isEqualTo(new FileStore.Kept(HELLO, 5));
        keep("hello");

        assertThat(files()).isEqualTo(1);
        try (InputStream back = new DiskFiles(folder).read("test", HELLO)) {
            assertThat(back.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        }
    }

    @Test
    void too_many_bytes_leave_nothing_behind() throws IOException {
        assertThatThrownBy(() -> keep("hello world"))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo("file-too-large"));
        assertThat(files()).isZero();
    }

    @Test
    void a_key_that_is_a_path_leads_nowhere() {
        for (String key :
                new String[] {"../../etc/passwd", "", HELLO + "/x", HELLO.toUpperCase()}) {
            assertThatThrownBy(() -> new DiskFiles(folder).read("test", key))
                    .isInstanceOf(Fault.class);
        }
    }

    @Test
    void old_bytes_are_found_and_removed() throws IOException {
        DiskFiles files = new DiskFiles(folder);
        keep("hello");
        assertThat(files.olderThan("test", Instant.now().minusSeconds(60))).isEmpty();
        assertThat(files.olderThan("test", Instant.now().plusSeconds(60))).containsExactly(HELLO);

        files.remove("test", HELLO);
        files.remove("test", HELLO);

        assertThat(files()).isZero();
        assertThat(files.olderThan("empty", Instant.now())).isEmpty();
    }
}
