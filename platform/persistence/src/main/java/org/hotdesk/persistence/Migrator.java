package org.hotdesk.persistence;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.Reader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Runs the migrations of one bundle after the other. */
final class Migrator {
    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);

    private final Database database;

    Migrator(Database database) {
        this.database = database;
    }

    /** Answers the reason of a failure. One at a time: they are few, and Flyway counts on it. */
    synchronized Optional<String> migrate(Home home) {
        if (home.scripts().isEmpty()) {
            return Optional.empty();
        }
        try (WriteTurns.Turn _ = database.turns().take()) {
            return isUpToDate(home) ? Optional.empty() : run(home);
        } catch (SQLException failure) {
            throw SqlFailure.of(failure);
        }
    }

    private boolean isUpToDate(Home home) throws SQLException {
        try (Connection connection = database.plain().getConnection()) {
            History history = new History(connection, home);
            if (!history.exists()) {
                return false;
            }
            history.forgetFailures();
            return history.tellsOf(home);
        }
    }

    private Optional<String> run(Home home) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Flyway.class.getClassLoader());
        try {
            int run = flyway(home).migrate().migrationsExecuted;
            LOG.info("{}: {} migrations of the database have run.", home.name(), run);
            return Optional.empty();
        } catch (FlywayException failure) {
            return Optional.of(reason(failure));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Flyway flyway(Home home) {
        return Flyway.configure(Flyway.class.getClassLoader())
                .dataSource(database.plain())
                .loggers("slf4j")
                .table(home.history())
                .resourceProvider(new Scripts(home.scripts()))
                .javaMigrationClassProvider(List::<Class<? extends JavaMigration>>of)
                .baselineOnMigrate(true)
                .baselineVersion(MigrationVersion.fromVersion("0"))
                .placeholderReplacement(false)
                .load();
    }

    /** The script and what the database said, without Flyway's frame around it. */
    private static String reason(FlywayException failure) {
        if (failure instanceof FlywayValidateException) {
            return "A migration that has run was changed or is gone: "
                    + String.valueOf(failure.getMessage())
                            .lines()
                            .filter(line -> line.contains("igration ") && !line.contains("http"))
                            .findFirst()
                            .orElse(failure.getMessage());
        }
        Throwable cause = failure;
        while (!(cause instanceof SQLException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String script =
                Arrays.stream(String.valueOf(failure.getMessage()).split("\\s"))
                        .filter(word -> word.endsWith(".sql"))
                        .findFirst()
                        .map(word -> word + ": ")
                        .orElse("");
        return script + cause.getMessage();
    }

    /** Hands the scripts to Flyway, so that it searches nothing. */
    private record Scripts(List<Home.Script> all) implements ResourceProvider {
        /** Flyway also asks for settings beside each script; there are none. */
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return all.stream()
                    .filter(script -> script.name().equals(name))
                    .findFirst()
                    .map(InMemory::new)
                    .orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return all.stream()
                    .filter(script -> script.name().startsWith(prefix))
                    .filter(script -> Arrays.stream(suffixes).anyMatch(script.name()::endsWith))
                    .<LoadableResource>map(InMemory::new)
                    .toList();
        }
    }

    private static final class InMemory extends LoadableResource {
        private final Home.Script script;

        InMemory(Home.Script script) {
            this.script = script;
        }

        @Override
        public Reader read() {
            return new StringReader(script.sql());
        }

        @Override
        public String getAbsolutePath() {
            return script.name();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return script.name();
        }

        @Override
        public String getFilename() {
            return script.name();
        }

        @Override
        public String getRelativePath() {
            return script.name();
        }
    }
}
