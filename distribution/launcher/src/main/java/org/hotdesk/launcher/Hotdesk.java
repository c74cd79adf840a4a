package org.hotdesk.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

import java.nio.file.Path;

/** The command line of the server. */
@Command(
        name = "hotdesk",
        description = "A helpdesk: visitors chat with agents.",
        mixinStandardHelpOptions = true,
        versionProvider = Hotdesk.Versions.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        footer = {
            "  replay   Play recorded conversations through a server and compare.",
            "  bench    Measure this installation.",
            "",
            "Exit codes: 0 done; 1 it could not be done; 2 wrong arguments or settings;",
            "3 the server is not running, or not ready.",
            "Settings: conf/hotdesk.properties; options of the Java machine: HOTDESK_JAVA_OPTS."
        })
final class Hotdesk implements Runnable {

    /** Starts a command; exits with its code. */
    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        return new CommandLine(new Hotdesk())
                .setParameterExceptionHandler(Hotdesk::misused)
                .setExecutionExceptionHandler(Hotdesk::refused)
                .execute(arguments);
    }

    @Override
    public void run() {
        throw Refusal.misused("hotdesk: a command is missing; hotdesk --help lists them");
    }

    @Command(
            name = "run",
            description = "Run the server in this terminal until Ctrl-C.",
            mixinStandardHelpOptions = true)
    void serve() {
        Server.run(settings(), false);
    }

    @Command(
            description = "The same with sample data and a demo shop, on loopback only.",
            mixinStandardHelpOptions = true)
    void demo() {
        Server.run(settings().forDemo(), true);
    }

    @Command(
            description = "Start the server in the background, and wait until it is ready.",
            mixinStandardHelpOptions = true)
    void start() {
        System.out.print(new Background(settings()).start());
    }

    @Command(
            description = "Stop the server; requests under way end first.",
            mixinStandardHelpOptions = true)
    void stop() {
        var background = new Background(settings());
        background
                .running()
                .ifPresentOrElse(
                        server -> {
                            background.stop(server);
                            System.out.println("Hotdesk has stopped.");
                        },
                        () -> System.out.println("Hotdesk is not running."));
    }

    @Command(
            description = "Say whether the server runs and is ready.",
            mixinStandardHelpOptions = true)
    int status() {
        var running = new Background(settings()).running();
        if (running.isEmpty()) {
            System.out.println("Hotdesk is not running.");
            return Refusal.NOT_RUNNING;
        }
        var server = running.get();
        var ready = new Address(server.address()).isReady();
        System.out.printf(
                "Hotdesk %s, pid %d, %s, %s%n",
                Version.hotdesk(),
                server.process().pid(),
                server.address(),
                ready ? "ready" : "not ready");
        return ready ? 0 : Refusal.NOT_RUNNING;
    }

    @Command(description = "Say which version this is.", mixinStandardHelpOptions = true)
    void version() {
        System.out.println(Version.text());
    }

    @Command(
            description = "Make later starts faster, once after installing; takes half a minute.",
            mixinStandardHelpOptions = true)
    void tune() {
        System.out.println("Later starts use " + new Tuning(home()).run());
    }

    private static Path home() {
        return Path.of(System.getProperty("hotdesk.home", "")).toAbsolutePath();
    }

    private static Settings settings() {
        return Settings.read(home(), System.getenv());
    }

    private static int misused(ParameterException wrong, String[] arguments) {
        System.err.println(
                "hotdesk: " + String.valueOf(wrong.getMessage()).lines().findFirst().orElse(""));
        return Refusal.MISUSED;
    }

    private static int refused(
            Exception thrown, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (thrown instanceof Refusal refusal) {
            System.err.println(refusal.getMessage());
            return refusal.exitCode;
        }
        throw thrown;
    }

    /** Prints which Hotdesk this is. */
    static final class Versions implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Version.text()};
        }
    }
}
