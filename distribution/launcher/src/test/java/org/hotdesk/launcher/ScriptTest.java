package org.hotdesk.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The shell script, with Javas that only say how they were called. */
class ScriptTest {

    private static final Path SCRIPT = Path.of("src/main/home/bin/hotdesk");

    @TempDir private Path folder;

    private Path home = Path.of("");

    private record Answer(int exitCode, String text) {}

    @BeforeEach
    void install_at_a_path_with_spaces() throws IOException {
        home = folder.resolve("my help desk");
        install(Files.readString(SCRIPT));
        for (var jar :
                List.of(
                        "lib/launcher.jar",
                        "lib/picocli-4.jar",
                        "lib/tools/benchmark.jar",
                        "bundles/1/h2.jar")) {
            Files.createDirectories(home.resolve(jar).resolveSibling(""));
            Files.createFile(home.resolve(jar));
        }
    }

    @Test
    void it_starts_the_launcher_with_the_java_of_java_home() throws Exception {
        var java = java("jdk 25", "25.0.1");
        var answer = call(home.resolve("bin/hotdesk"), java, "run", "a b");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.text().lines())
                .startsWith("jdk 25", "@" + home + "/lib/java.options")
                .contains(
                        "-Dhotdesk.home=" + home,
                        home + "/lib/launcher.jar:" + home + "/lib/picocli-4.jar")
                .endsWith("org.hotdesk.launcher.Hotdesk", "run", "a b");
    }

    @Test
    void it_takes_a_later_java_too_and_leaves_an_older_one() throws Exception {
        assertThat(call(home.resolve("bin/hotdesk"), java("new", "26"), "version").text())
                .startsWith("new\n");
        assertThat(call(home.resolve("bin/hotdesk"), java("old", "21.0.2"), "version").text())
                .doesNotStartWith("old\n");
    }

    @Test
    void it_is_found_through_symbolic_links() throws Exception {
        var first = Files.createSymbolicLink(folder.resolve("first"), home.resolve("bin/hotdesk"));
        var second = Files.createSymbolicLink(folder.resolve("second"), first.getFileName());
        assertThat(call(second, java("jdk", "25"), "status").text())
                .contains("-Dhotdesk.home=" + home);
    }

    @Test
    void replay_and_bench_go_to_the_tools() throws Exception {
        var answer =
                call(home.resolve("bin/hotdesk"), java("jdk", "25"), "replay", "file.gz", "--json");
        assertThat(answer.text().lines())
                .anyMatch(line -> line.contains("/lib/tools/benchmark.jar:"))
                .endsWith("org.hotdesk.benchmark.Main", "replay", "file.gz", "--json");
    }

    @Test
    void without_a_fitting_java_it_says_so() throws Exception {
        install(Files.readString(SCRIPT).replace("needed=25", "needed=999"));
        var answer = call(home.resolve("bin/hotdesk"), java("jdk", "25"), "run");
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.text()).contains("no Java 999 or later was found").hasLineCount(1);
    }

    private void install(String script) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        var file = Files.writeString(home.resolve("bin/hotdesk"), script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Path java(String name, String version) throws IOException {
        var java = folder.resolve(name);
        Files.createDirectories(java.resolve("bin"));
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        var program =
                Files.writeString(
                        java.resolve("bin/java"),
                        "#!/bin/sh\nprintf '%s\\n' '" + name + "' \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return java;
    }

    private static Answer call(Path script, Path javaHome, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        var process = builder.start();
        var text =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), text);
    }
}
