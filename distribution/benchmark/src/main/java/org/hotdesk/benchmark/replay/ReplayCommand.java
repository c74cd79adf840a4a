package org.hotdesk.benchmark.replay;

import org.hotdesk.benchmark.client.Refusal;
import org.hotdesk.benchmark.client.Rest;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code hotdesk replay}: recorded conversations, played through the public interfaces. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Plays recorded conversations through a running server and compares what it kept.",
            "",
            "Each conversation is a visitor who arrives, opens with the first customer turn, sends"
                    + " the turns of a row without waiting, and waits for the recorded answers of the"
                    + " other side before the next. Where a recording begins with the agent, the"
                    + " visitor opens with a greeting. At the end every transcript is read back, and"
                    + " must hold these lines, to the letter, once, in the recorded order.",
            ""
        },
        footer = {
            "",
            "FILE holds one JSON object a line, plain or gzip:",
            "  {\"id\":…,\"language\":…,\"turns\":[{\"speaker\":\"customer|agent\",\"text\":…}]}",
            "",
            "Exit code 0: everything was acknowledged, delivered and kept as it was said.",
            "1: it was not, or the server does not answer. 2: the arguments or the file make no sense."
        })
public final class ReplayCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Parameters(paramLabel = "FILE", description = "recorded conversations")
    private Path file = Path.of("");

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "where Hotdesk runs (default: ${DEFAULT-VALUE})")
    private String server = "";

    @Option(
            names = "--visitors",
            paramLabel = "N",
            defaultValue = "16",
            description = "visitors on the site at a time (default: ${DEFAULT-VALUE})")
    private int visitors;

    @Option(
            names = "--agents",
            paramLabel = "N",
            defaultValue = "8",
            description =
                    "agents who answer (default: ${DEFAULT-VALUE}); the sample agents of a demo"
                            + " server first, then temporary ones, deactivated at the end")
    private int agents;

    @Option(
            names = "--rate",
            paramLabel = "X",
            description = "conversations begun a second at most (default: no bound)")
    private Optional<Double> rate = Optional.empty();

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "give up when nothing moves for so long (default: ${DEFAULT-VALUE})")
    private int patience;

    @Option(
            names = "--admin-password-file",
            paramLabel = "FILE",
            description = "holds the password of admin; not needed for a demo server")
    private @Nullable Path adminPasswordFile;

    @Option(names = "--json", description = "print one JSON object instead of a table")
    private boolean json;

    public ReplayCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        positive("--visitors", visitors);
        positive("--agents", agents);
        positive("--patience", patience);
        if (rate.isPresent() && !(rate.get() > 0)) {
            throw Refusal.usage("--rate is to be more than 0");
        }
        var settings = settings();
        var recordings = Recordings.read(file);
        var outcome = Performance.play(settings, recordings, err);
        out.println(json ? outcome.json().toString() : outcome.table());
        return outcome.good() ? 0 : 1;
    }

    private Settings settings() {
        return new Settings(
                Rest.address(server),
                visitors,
                agents,
                rate.orElse(Double.POSITIVE_INFINITY),
                new Settings.Times(Duration.ofSeconds(patience), Duration.ofSeconds(15)),
                Optional.ofNullable(adminPasswordFile).map(ReplayCommand::secret));
    }

    private static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw Refusal.usage("--admin-password-file " + file + " cannot be read");
        }
    }

    private static void positive(String option, int value) {
        if (value < 1 || value > 100_000) {
            throw Refusal.usage(option + " is to be between 1 and 100000");
        }
    }
}
