package org.hotdesk.benchmark.bench;

import org.hotdesk.benchmark.client.Refusal;
import org.hotdesk.benchmark.client.Rest;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code hotdesk bench}: figures of this installation, each beside a baseline of the same run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures this installation: starts a server of its own on a free port, with an empty"
                    + " database and no limits on rates, and prints figures beside a bare baseline"
                    + " measured in the same run, with their ratio.",
            "What is going on, and each round, is told on standard error; each figure as soon as it"
                    + " is there.",
            "",
            "  chat   a visitor's message until it is kept and the agent's connection has it,",
            "         one and many at a time, with and without idle connections",
            "  open   opening a conversation until the agent who is given it hears of it",
            "  route  500 agents come on line, and a queue of 5,000 is given to them",
            "  swap   failed requests and pauses while bundles are replaced under load",
            "  start  start to ready, and idle memory",
            ""
        })
public final class BenchCommand implements Callable<Integer> {
    private static final List<String> NAMES = List.of("chat", "open", "route", "swap", "start");

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;

    @Parameters(paramLabel = "NAME", description = "chat, open, route, swap or start")
    private String name = "";

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "rounds whose median is taken (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "2",
            description = "seconds a round (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "16",
            description =
                    "visitors who write, or open, at the same time (default: ${DEFAULT-VALUE})")
    private int connections;

    @Option(
            names = "--idle",
            paramLabel = "N",
            defaultValue = "10000",
            description = "idle connections of chat (default: ${DEFAULT-VALUE}; 0 leaves them out)")
    private int idle;

    @Option(
            names = "--db-url",
            paramLabel = "URL",
            description =
                    "a MariaDB server, as jdbc:mariadb://host/database; a new database is made beside"
                            + " that one and dropped at the end (default: HOTDESK_DB_URL, else embedded)")
    private @Nullable String databaseUrl;

    @Option(names = "--db-user", paramLabel = "NAME", description = "default: HOTDESK_DB_USER")
    private @Nullable String databaseUser;

    @Option(
            names = "--db-password-file",
            paramLabel = "FILE",
            description = "default: HOTDESK_DB_PASSWORD or HOTDESK_DB_PASSWORD_FILE")
    private @Nullable Path databasePasswordFile;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description =
                    "measure chat or open on a running server instead; it should have"
                            + " live.frames-per-second=0 and rest.visitors-per-minute=0")
    private @Nullable String server;

    @Option(
            names = "--admin-password-file",
            paramLabel = "FILE",
            description =
                    "holds the password of admin of that server; not needed for a demo server")
    private @Nullable Path adminPasswordFile;

    @Option(names = "--json", description = "print one JSON object at the end instead of a table")
    private boolean json;

    public BenchCommand(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() {
        check();
        var login = login();
        if (server == null) {
            OwnServer.home();
        }
        var folder = temporaryFolder();
        try (var database = Database.create(login, folder)) {
            var findings = json ? Findings.silent(err) : Findings.told(err, out);
            var product = database.product();
            findings.say("before the start: " + Conditions.load());
            findings.head(name + " on " + product);
            var conditions = new Conditions(rounds, seconds, connections, idle, findings);
            measure(folder, database, conditions);
            if (json) {
                out.println(new Report(name, product, findings.figures()).json());
            }
            return 0;
        } finally {
            OwnServer.remove(folder);
        }
    }

    private void check() {
        if (!NAMES.contains(name)) {
            throw Refusal.usage(
                    "there is no benchmark " + name + "; there are chat, open, route, swap, start");
        }
        between("--rounds", rounds, 1, 1000);
        between("--seconds", seconds, 1, 3600);
        between("--connections", connections, 1, 400);
        between("--idle", idle, 0, 19_000);
        if (server != null && !List.of("chat", "open").contains(name)) {
            throw Refusal.usage(
                    "bench " + name + " starts a server of its own; leave --server out");
        }
    }

    private void measure(Path folder, Database database, Conditions conditions) {
        if (name.equals("start")) {
            new StartBench(folder, database, conditions).run();
        } else if (server != null) {
            var password = Optional.ofNullable(adminPasswordFile).map(BenchCommand::secret);
            try (var site = new Site(Rest.address(server), password, Optional.empty())) {
                measure(site, folder, database, conditions);
            }
        } else {
            conditions.say("starting a server");
            try (var own = OwnServer.start(folder, database);
                    var site =
                            new Site(
                                    own.address(),
                                    Optional.of(own.adminPassword()),
                                    Optional.of(own.watched()))) {
                measure(site, folder, database, conditions);
            }
        }
    }

    private void measure(Site site, Path folder, Database database, Conditions conditions) {
        switch (name) {
            case "chat" -> new ChatBench(site, database, conditions).run();
            case "open" -> new OpenBench(site, database, conditions).run();
            case "route" -> new RouteBench(site, database, conditions).run();
            default -> new SwapBench(site, folder, conditions).run();
        }
    }

    private Optional<Database.Login> login() {
        return given(databaseUrl, "HOTDESK_DB_URL")
                .map(
                        url ->
                                new Database.Login(
                                        mariadb(url),
                                        given(databaseUser, "HOTDESK_DB_USER").orElse("root"),
                                        password()));
    }

    private static String mariadb(String url) {
        if (!url.matches("jdbc:mariadb://[^/]+/.*")) {
            throw Refusal.usage("--db-url is to be like jdbc:mariadb://host/database, not " + url);
        }
        return url;
    }

    private String password() {
        return Optional.ofNullable(databasePasswordFile)
                .or(() -> given(null, "HOTDESK_DB_PASSWORD_FILE").map(Path::of))
                .map(BenchCommand::secret)
                .or(() -> given(null, "HOTDESK_DB_PASSWORD"))
                .orElse("");
    }

    private Optional<String> given(@Nullable String option, String variable) {
        return Optional.ofNullable(option)
                .or(() -> Optional.ofNullable(environment.get(variable)))
                .filter(value -> !value.isBlank());
    }

    private static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw Refusal.usage("the password file " + file + " cannot be read");
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("hotdesk-bench-");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void between(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw Refusal.usage(option + " is to be between " + least + " and " + most);
        }
    }
}
