package org.hotdesk.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.fixture.Installation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Map;

class CommandLineIT {
    @TempDir Path folder;
    private Installation installation;

    @BeforeEach
    void install() {
        installation = Installation.in(folder, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "demo", "start", "stop", "status", "version", "replay", "bench"})
    void each_command_has_help(String command) {
        Installation.Ended help = installation.run(command, "--help");

        assertThat(help.exit()).isZero();
        assertThat(help.out()).first().asString().startsWith("Usage: hotdesk " + command);
        assertThat(help.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dance",
                "run --fast",
                "demo now",
                "start --port",
                "stop it",
                "status --all",
                "version 2",
                "replay",
                "replay /nowhere.jsonl",
                "bench nothing"
            })
    void what_it_does_not_know_gets_one_line(String arguments) {
        Installation.Ended ended = installation.run(arguments.split(" "));

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).hasSize(1);
        assertThat(ended.err().getFirst()).startsWith("hotdesk");
    }

    @Test
    void it_starts_once_tells_how_it_is_and_stops() {
        assertThat(installation.run("status").exit()).isEqualTo(3);

        Installation.Ended started = installation.run("start");
        try {
            assertThat(started.exit()).as(String.join("\n", started.err())).isZero();
            assertThat(started.out()).anyMatch(line -> line.contains(installation.url()));
            assertThat(installation.run("status").exit()).isZero();
            Installation.Ended again = installation.run("start");
            assertThat(again.exit()).isEqualTo(1);
            assertThat(again.err()).hasSize(1);
        } finally {
            assertThat(installation.run("stop").exit()).isZero();
        }
        assertThat(installation.run("status").exit()).isEqualTo(3);
    }
}
