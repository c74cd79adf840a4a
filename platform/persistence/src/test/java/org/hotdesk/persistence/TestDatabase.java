package org.hotdesk.persistence;

import org.hotdesk.api.event.EventConsumer;
import org.hotdesk.api.event.EventListener;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.storage.Storage;
import org.hotdesk.api.storage.Transactions;
import org.hotdesk.persistence.Database.Login;
import org.hotdesk.persistence.DatabaseUrl.Kind;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A database of its own for a test class, with all services of this bundle over it. */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final DatabaseUrl url;
    private final Database database;
    private final ThreadTransactions transactions;
    private final Migrator migrator;
    private final Map<String, Storage> storages = new HashMap<>();
    private final List<String> seeded = new ArrayList<>();
    private @Nullable EventLog events;

    private TestDatabase(DatabaseUrl url, String user) throws SQLException {
        this.url = url;
        database = Database.open(url, new Login(user, ""), 24);
        transactions = new ThreadTransactions(database);
        migrator = new Migrator(database);
        storage(EventLog.class);
    }

    static TestDatabase open(Kind kind) {
        String name = "test_" + COUNT.incrementAndGet();
        return switch (kind) {
            case H2 -> at("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa");
            case MARIADB -> at(LocalMariaDb.url(name), "root");
        };
    }

    static TestDatabase at(String url, String user) {
        try {
            return new TestDatabase(DatabaseUrl.of(url), user);
        } catch (SQLException failure) {
            throw new IllegalStateException("No test database: " + failure, failure);
        }
    }

    /** Storage for the bundle of this class, whose migrations lie beside it on the class path. */
    public synchronized Storage storage(Class<?> anchor) {
        return storages.computeIfAbsent(anchor.getPackageName(), name -> migrated(name, anchor));
    }

    private Storage migrated(String name, Class<?> anchor) {
        Optional<String> failure =
                migrate(new Home(name, anchor.getClassLoader(), scripts(anchor)));
        if (failure.isPresent()) {
            throw new IllegalStateException("The migrations of " + name + ": " + failure.get());
        }
        keepSeeds();
        return new Mappers(transactions, anchor.getClassLoader());
    }

    Optional<String> migrate(Home home) {
        return migrator.migrate(home);
    }

    /** Joining transactions as in the server. */
    public Transactions transactions() {
        return transactions;
    }

    ThreadTransactions threadTransactions() {
        return transactions;
    }

    Database database() {
        return database;
    }

    /** The event log as in the server. */
    public Events events() {
        return log();
    }

    synchronized EventLog log() {
        if (events == null) {
            events = new EventLog(transactions, Clock.systemUTC());
        }
        return events;
    }

    /** Lets a listener hear events until the next reset. */
    public void listen(EventListener listener) {
        log().addListener(listener);
    }

    /** Runs a durable consumer until the next reset. */
    public void consume(String name, EventConsumer consumer) {
        log().consume(name, consumer);
    }

    /** Whether this is MariaDB. */
    public boolean isMariaDb() {
        return database.kind() == Kind.MARIADB;
    }

    /** JDBC URL, for whoever must reach it from another process. */
    public String url() {
        return url.text();
    }

    /** Ends listeners and consumers and empties every table but for what migrations put in. */
    public void reset() {
        rest();
        foreignKeys(false);
        for (String table : tables()) {
            if (!table.endsWith("_migrations") && !table.endsWith("_seed")) {
                execute(unchecked() + "DELETE FROM " + table);
            }
        }
        seeded.forEach(
                table ->
                        execute(
                                unchecked()
                                        + "INSERT INTO "
                                        + table
                                        + " SELECT * FROM "
                                        + table
                                        + "_seed"));
        foreignKeys(true);
    }

    /** Ends listeners and consumers. */
    synchronized void rest() {
        if (events != null) {
            events.close();
            events = null;
        }
    }

    private void foreignKeys(boolean checked) {
        if (database.kind() == Kind.H2) {
            execute("SET REFERENTIAL_INTEGRITY " + checked);
        }
    }

    /** MariaDB leaves foreign keys out a statement at a time; a setting is one connection's own. */
    private String unchecked() {
        return isMariaDb() ? "SET STATEMENT foreign_key_checks = 0 FOR " : "";
    }

    private void keepSeeds() {
        for (String table : tables()) {
            boolean own = !table.endsWith("_migrations") && !table.endsWith("_seed");
            if (own && !seeded.contains(table) && count(table) > 0) {
                execute("CREATE TABLE " + table + "_seed AS SELECT * FROM " + table);
                seeded.add(table);
            }
        }
    }

    private List<String> tables() {
        List<String> found = new ArrayList<>();
        String schema = database.kind() == Kind.H2 ? "SCHEMA()" : "DATABASE()";
        try (Connection connection = database.statements().getConnection();
                Statement statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT table_name FROM information_schema.tables"
                                        + " WHERE table_schema = "
                                        + schema)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return found;
    }

    long count(String table) {
        try (Connection connection = database.statements().getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void execute(String sql) {
        try (Connection connection = database.statements().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static List<Home.Script> scripts(Class<?> anchor) {
        try {
            URI code = anchor.getProtectionDomain().getCodeSource().getLocation().toURI();
            Path path = Path.of(code);
            if (Files.isDirectory(path)) {
                return scripts(path.resolve("migrations"));
            }
            try (FileSystem jar = FileSystems.newFileSystem(path)) {
                return scripts(jar.getPath("migrations"));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Home.Script> scripts(Path folder) throws IOException {
        List<Home.Script> scripts = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    scripts.add(
                            new Home.Script(file.getFileName().toString(), Files.readString(file)));
                }
            }
        }
        return scripts;
    }

    @Override
    public void close() {
        rest();
        database.close();
    }
}
