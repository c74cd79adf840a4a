package org.hotdesk.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir private Path folder;

    private int run(String... args) {
        return Main.run(stream(out), stream(err), args);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private void refused(int exitCode, String reason, String... args) {
        err.reset();
        assertThat(run(args)).isEqualTo(exitCode);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("hotdesk")
                .contains(reason);
        assertThat(out.size()).isZero();
    }

    private String recording() throws IOException {
        var line = "{\"turns\":[{\"speaker\":\"customer\",\"text\":\"hello\"}]}";
        return Files.writeString(folder.resolve("one.jsonl"), line).toString();
    }

    @Test
    void what_is_not_understood_gets_one_line_and_exit_code_2() throws IOException {
        refused(2, "say replay or bench");
        refused(2, "fly", "fly");
        refused(2, "FILE", "replay");
        refused(2, "--fast", "replay", recording(), "--fast");
        refused(2, "--visitors", "replay", recording(), "--visitors", "0");
        refused(2, "--visitors", "replay", recording(), "--visitors", "many");
        refused(2, "--rate", "replay", recording(), "--rate", "-1");
        refused(2, "--server", "replay", recording(), "--server", "ftp://somewhere");
        refused(2, "no such file", "replay", folder.resolve("none").toString());
        refused(2, "it is a folder", "replay", folder.toString());
        refused(2, "cannot be read", "replay", recording(), "--admin-password-file", "none");
    }

    @Test
    void a_server_that_does_not_answer_gets_one_line_and_exit_code_1() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        var server = "http://127.0.0.1:" + free;
        refused(1, "No server answers", "replay", recording(), "--server", server);
    }

    @Test
    void a_benchmark_that_is_not_there_gets_one_line_and_exit_code_2() {
        refused(2, "there is no benchmark sleep", "bench", "sleep");
        refused(2, "NAME", "bench");
        refused(2, "--rounds", "bench", "chat", "--rounds", "0");
        refused(2, "--connections", "bench", "open", "--connections", "0");
        refused(2, "--idle", "bench", "chat", "--idle", "-1");
        refused(2, "leave --server out", "bench", "start", "--server", "http://127.0.0.1:1");
        refused(2, "--db-url", "bench", "chat", "--db-url", "jdbc:h2:mem:x");
        refused(1, "no installation around", "bench", "start");
    }

    @Test
    void help_is_no_error() {
        assertThat(run("replay", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--visitors", "--json");
    }
}
