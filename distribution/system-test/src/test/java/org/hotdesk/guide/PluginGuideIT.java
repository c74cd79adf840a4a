package org.hotdesk.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.fixture.Installation;
import org.hotdesk.fixture.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

class PluginGuideIT {
    private static final Path GUIDE = Path.of("../../plugins/README.md");

    /** The blocks that say in their first line that they are tested. */
    private static final Pattern TESTED = Pattern.compile("(?ms)^```sh\\n# \\$\\n(.*?)^```$");

    @TempDir Path folder;

    @Test
    void every_marked_command_of_the_guide_works_on_a_live_server()
            throws IOException, InterruptedException {
        Installation installation = Installation.in(folder, Map.of());
        try (RunningServer _ = RunningServer.start(installation)) {
            Path script = Files.writeString(folder.resolve("guide.sh"), script());
            Path output = folder.resolve("guide.log");
            Process guide =
                    process(output, installation, "bash", "-euo", "pipefail", "" + script).start();
            boolean ended = guide.waitFor(5, TimeUnit.MINUTES);
            guide.destroyForcibly();
            assertThat(ended && guide.exitValue() == 0).as(Files.readString(output)).isTrue();
        }
    }

    /** The guide's commands, with a Maven that knows what was just built. */
    private String script() throws IOException {
        Path settings = PublishedKit.in(folder);
        List<String> blocks =
                TESTED.matcher(Files.readString(GUIDE))
                        .results()
                        .map(MatchResult::group)
                        .map(block -> block.replaceAll("(?m)^```(sh)?$", ""))
                        .toList();
        assertThat(blocks).hasSize(8);
        String maven = "mvn() { command mvn -B -q -s '" + settings + "' \"$@\"; }\n";
        return maven + blocks.stream().collect(Collectors.joining("\n"));
    }

    private ProcessBuilder process(Path output, Installation server, String... command) {
        ProcessBuilder process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        process.environment().put("HOTDESK_HOME", server.home().toString());
        process.environment().put("HOTDESK_URL", server.url());
        return process;
    }
}
