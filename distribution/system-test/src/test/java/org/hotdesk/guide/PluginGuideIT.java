package org.hotdesk.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class PluginGuideIT {
    private static final Path GUIDE = Path.of("../../plugins/README.md");
    private static final Path ASSEMBLED = Path.of("../server/target/hotdesk").toAbsolutePath();

    /** The blocks that say in their first line that they are tested. */
    private static final Pattern TESTED = Pattern.compile("(?ms)^```sh\\n# \\$\\n(.*?)^```$");

    @TempDir Path folder;

    @Test
    void every_marked_command_of_the_guide_works_on_a_live_server()
            throws IOException, InterruptedException {
        Path home = copyOfTheServer();
        int port = freePort();
        Process server =
                process(folder.resolve("server.log"), port, home + "/bin/hotdesk", "demo").start();
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> isReady(port));
            Path script = Files.writeString(folder.resolve("guide.sh"), script());
            Path output = folder.resolve("guide.log");
            Process guide = process(output, port, "bash", "-euo", "pipefail", "" + script).start();
            boolean ended = guide.waitFor(5, TimeUnit.MINUTES);
            guide.destroyForcibly();
            assertThat(ended && guide.exitValue() == 0).as(Files.readString(output)).isTrue();
        } finally {
            server.destroy();
            server.waitFor(1, TimeUnit.MINUTES);
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

    private ProcessBuilder process(Path output, int port, String... command) {
        ProcessBuilder process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        process.environment().put("HOTDESK_PORT", Integer.toString(port));
        process.environment().put("HOTDESK_HOME", folder.resolve("hotdesk").toString());
        process.environment().put("HOTDESK_URL", "http://127.0.0.1:" + port);
        return process;
    }

    private Path copyOfTheServer() throws IOException {
        Path home = folder.resolve("hotdesk");
        try (Stream<Path> files = Files.walk(ASSEMBLED)) {
            for (Path file : files.toList()) {
                Path relative = ASSEMBLED.relativize(file);
                if (!relative.startsWith("data")) {
                    Files.copy(file, home.resolve(relative));
                }
            }
        }
        return home;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isReady(int port) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI ready = URI.create("http://127.0.0.1:" + port + "/health/ready");
            return client.send(
                                    HttpRequest.newBuilder(ready).build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
