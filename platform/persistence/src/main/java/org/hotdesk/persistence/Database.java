package org.hotdesk.persistence;

import com.zaxxer.hikari.HikariConfig;

import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/**
 * The database and its connections.
 *
 * <p>Two pools, because switching a connection between committing by itself and by command costs
 * MariaDB two round trips a transaction: one for transactions, one for statements on their own.
 */
final class Database implements AutoCloseable {
    private final DatabaseUrl.Kind kind;
    private final DataSource plain;
    private final Pool transactions;
    private final Pool statements;
    private final WriteTurns turns;

    private Database(DatabaseUrl.Kind kind, DataSource plain, int poolSize) {
        this.kind = kind;
        this.plain = plain;
        transactions = pool("transactions", plain, false, poolSize);
        turns = new WriteTurns(kind);
        statements = pool("statements", plain, true, Math.max(2, poolSize / 2));
    }

    /**
     * Reaches the database once and opens the pools.
     *
     * @throws SQLException when it cannot be reached
     */
    static Database open(DatabaseUrl url, Login login, int poolSize) throws SQLException {
        if (url.kind() == DatabaseUrl.Kind.H2) {
            LastCommit.find(url);
        }
        DataSource plain = source(url, login);
        try (Connection connection = plain.getConnection()) {
            if (url.kind() == DatabaseUrl.Kind.MARIADB) {
                collate(connection);
            }
        }
        return new Database(url.kind(), plain, poolSize);
    }

    /** Who signs in to the database. */
    record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    private static DataSource source(DatabaseUrl url, Login login) throws SQLException {
        return switch (url.kind()) {
            case H2 -> {
                JdbcDataSource h2 = new JdbcDataSource();
                h2.setURL(url.text());
                h2.setUser(login.user());
                h2.setPassword(login.password());
                yield h2;
            }
            case MARIADB -> {
                MariaDbDataSource mariadb = new MariaDbDataSource(url.text());
                if (!login.user().isEmpty()) {
                    mariadb.setUser(login.user());
                    mariadb.setPassword(login.password());
                }
                yield mariadb;
            }
        };
    }

    /** Tables take the collation of their database, and the operator need not think of it. */
    private static void collate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var now = statement.executeQuery("SELECT @@collation_database")) {
            now.next();
            if (!now.getString(1).equals(DatabaseUrl.COLLATION)) {
                statement.execute(
                        "ALTER DATABASE CHARACTER SET utf8mb4 COLLATE " + DatabaseUrl.COLLATION);
            }
        }
    }

    private static Pool pool(String name, DataSource source, boolean autoCommit, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setAutoCommit(autoCommit);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(5_000);
        config.setValidationTimeout(2_000);
        config.setInitializationFailTimeout(-1);
        return new Pool(config);
    }

    DatabaseUrl.Kind kind() {
        return kind;
    }

    /** Connections outside the pools, for work that takes long, such as migrations. */
    DataSource plain() {
        return plain;
    }

    /** Connections that commit by command. */
    Pool transactions() {
        return transactions;
    }

    /** Connections on which every statement commits by itself. */
    Pool statements() {
        return statements;
    }

    /** To be taken by whoever writes. */
    WriteTurns turns() {
        return turns;
    }

    @Override
    public void close() {
        transactions.close();
        statements.close();
    }
}
