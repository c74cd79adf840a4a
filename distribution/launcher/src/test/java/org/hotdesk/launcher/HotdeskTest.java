package org.hotdesk.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

class HotdeskTest {

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void hang_up() {
        System.setErr(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense", "run now", "start --quickly", "status --json 3", "--port"})
    void wrong_arguments_get_one_line_and_code_2(String line) {
        var arguments = line.isEmpty() ? new String[0] : line.split(" ", -1);
        assertThat(Hotdesk.execute(arguments)).isEqualTo(Refusal.MISUSED);
        assertThat(said.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "demo", "start", "stop", "status", "version", "tune"})
    void every_command_has_help(String command) {
        assertThat(Hotdesk.execute(command, "--help")).isZero();
        assertThat(said.size()).isZero();
    }
}
