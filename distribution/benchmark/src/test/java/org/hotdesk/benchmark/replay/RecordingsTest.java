package org.hotdesk.benchmark.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hotdesk.benchmark.client.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

class RecordingsTest {
    private static final String GOOD =
            """
            {"id":"a","language":"zh-CN","turns":[{"speaker":"customer","text":"你好 "},\
            {"speaker":"agent","text":"Hello\\n😀","acts":["x"]}],"labels":{}}
            """;

    @TempDir private Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("recordings.jsonl"), content);
    }

    private void refused(String content, String reason) throws IOException {
        var file = file(content);
        assertThatThrownBy(() -> Recordings.read(file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(reason)
                .satisfies(refusal -> assertThat(((Refusal) refusal).exitCode()).isEqualTo(2));
    }

    @Test
    void texts_are_kept_to_the_letter() throws IOException {
        var recordings = Recordings.read(file(GOOD + "\n" + GOOD));
        assertThat(recordings).hasSize(2);
        assertThat(recordings.getFirst().language()).isEqualTo("zh-CN");
        assertThat(recordings.getFirst().lines())
                .containsExactly(
                        new Turn(Speaker.CUSTOMER, "你好 "), new Turn(Speaker.AGENT, "Hello\n😀"));
    }

    @Test
    void gzip_is_recognised_by_its_first_bytes() throws IOException {
        var file = folder.resolve("packed");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Recordings.read(file)).hasSize(1);
    }

    @Test
    void where_the_agent_begins_the_visitor_greets_first() throws IOException {
        var line = "{\"turns\":[{\"speaker\":\"agent\",\"text\":\"Welcome\"}]}";
        var recording = Recordings.read(file(line)).getFirst();
        assertThat(recording.lines())
                .containsExactly(Recording.GREETING, new Turn(Speaker.AGENT, "Welcome"));
        assertThat(recording.id()).isEqualTo("line 1");
        assertThat(recording.language()).isEqualTo("en");
    }

    @Test
    void a_bad_line_is_named_with_its_number_and_the_reason() throws IOException {
        refused(GOOD + "{oops\n", "line 2: this is not a JSON object");
        refused("[1]", "line 1: this is not a JSON object");
        refused(GOOD + "\n{\"turns\":[]}", "line 3: a conversation has turns");
        refused("{\"turns\":[{\"speaker\":\"robot\",\"text\":\"x\"}]}", "turn 1 is by \"robot\"");
        refused("{\"turns\":[{\"speaker\":\"agent\",\"text\":\" \"}]}", "turn 1 has no text");
        refused("{\"turns\":[{\"speaker\":\"agent\"}]}", "turn 1 has no text");
        refused(
                "{\"turns\":[{\"speaker\":\"agent\",\"text\":\"" + "x".repeat(5001) + "\"}]}",
                "turn 1 is longer than 5000 characters");
    }

    @Test
    void a_recorded_visit_is_no_conversation() throws IOException {
        refused("{\"id\":\"wv\",\"pages\":[]}", "line 1: this is a recorded visit");
    }

    @Test
    void a_file_without_conversations_is_refused() throws IOException {
        refused("\n\n", "holds no conversation");
    }

    @Test
    void bytes_that_are_no_text_are_refused() throws IOException {
        var file = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xFF, (byte) 0xFE, 10});
        assertThatThrownBy(() -> Recordings.read(file)).hasMessageContaining("not text in UTF-8");
    }

    @Test
    void half_a_gzip_file_is_refused() throws IOException {
        var file = Files.write(folder.resolve("half.gz"), new byte[] {0x1F, (byte) 0x8B, 8, 0});
        assertThatThrownBy(() -> Recordings.read(file)).hasMessageContaining("cannot be read");
    }
}
