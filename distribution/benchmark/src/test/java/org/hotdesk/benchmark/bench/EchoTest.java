package org.hotdesk.benchmark.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.benchmark.client.SocketLoop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The baselines themselves. */
class EchoTest {
    private final Conditions conditions =
            new Conditions(
                    1,
                    1,
                    4,
                    0,
                    Findings.silent(
                            new PrintStream(
                                    new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)));

    @Test
    void the_echo_answers_every_frame_and_its_process_can_be_watched() {
        try (var echo = EchoProcess.start();
                var loop = new SocketLoop("test")) {
            var measured = echo.measure(loop, 4, conditions);
            assertThat(measured.perSecond()).isPositive();
            assertThat(measured.p50Ms()).isPositive();
            assertThat(echo.startSeconds()).isPositive();
            assertThat(echo.watched().cpu()).isPositive();
        }
    }

    @Test
    void bare_commits_leave_no_table_behind(@TempDir Path folder) {
        try (var database = Database.create(Optional.empty(), folder)) {
            for (int i = 0; i < 2; i++) {
                try (var commits = BareCommits.in(database)) {
                    assertThat(commits.measure(2, conditions, BareCommits::message).perSecond())
                            .isPositive();
                    assertThat(commits.measure(2, conditions, BareCommits::opening).perSecond())
                            .isPositive();
                }
            }
            assertThat(database.product()).startsWith("H2");
        }
    }
}
