package org.hotdesk.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.hotdesk.benchmark.bench.BenchCommand;
import org.hotdesk.benchmark.client.Refusal;
import org.hotdesk.benchmark.replay.ReplayCommand;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;

/** The command line of what plays and measures. */
@Command(
        name = "hotdesk",
        mixinStandardHelpOptions = true,
        description = "Plays recorded conversations, and measures.")
public final class Main {
    private Main() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        System.exit(run(out, err, args));
    }

    /** Runs one command; what was refused is one line on {@code err}. */
    static int run(PrintStream out, PrintStream err, String... args) {
        var line = new CommandLine(new Main());
        line.addSubcommand(new ReplayCommand(out, err));
        line.addSubcommand(new BenchCommand(out, err, System.getenv()));
        line.setOut(new PrintWriter(out, true, UTF_8));
        line.setErr(new PrintWriter(err, true, UTF_8));
        line.setParameterExceptionHandler(
                (refused, _) -> {
                    err.println("hotdesk: " + oneLine(String.valueOf(refused.getMessage())));
                    return 2;
                });
        line.setExecutionExceptionHandler(
                (failed, command, _) -> {
                    if (failed instanceof Refusal refusal) {
                        err.println(
                                "hotdesk "
                                        + command.getCommandName()
                                        + ": "
                                        + oneLine(refusal.getMessage()));
                        return refusal.exitCode();
                    }
                    throw failed;
                });
        if (args.length == 0) {
            err.println("hotdesk: say replay or bench; --help tells more");
            return 2;
        }
        return line.execute(args);
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s*\\R\\s*", " ");
    }
}
