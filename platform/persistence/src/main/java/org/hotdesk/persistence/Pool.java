package org.hotdesk.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A pool where whoever comes too late waits outside, in order.
 *
 * <p>HikariCP makes who gives a connection back spin for as long as somebody waits inside. Virtual
 * threads that spin, one to a processor, let nobody else run, not even those who wait: the server
 * stands still for good. It happened with threads that were interrupted, which do not even pause.
 */
final class Pool extends HikariDataSource {
    private final Semaphore free;
    private final long patienceMs;

    Pool(HikariConfig config) {
        super(config);
        free = new Semaphore(config.getMaximumPoolSize(), true);
        patienceMs = config.getConnectionTimeout();
    }

    /** How many wait for a connection. */
    int waiting() {
        return free.getQueueLength();
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            if (!free.tryAcquire(patienceMs, TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException(
                        "No connection was free for " + patienceMs + " ms.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException(
                    "Interrupted while waiting for a connection.");
        }
        try {
            return lent(super.getConnection());
        } catch (SQLException | RuntimeException | Error failure) {
            free.release();
            throw failure;
        }
    }

    private Connection lent(Connection connection) {
        AtomicBoolean back = new AtomicBoolean();
        return (Connection)
                Proxy.newProxyInstance(
                        Pool.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("close")) {
                                if (back.compareAndSet(false, true)) {
                                    giveBack(connection);
                                }
                                return null;
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException failure) {
                                throw failure.getTargetException();
                            }
                        });
    }

    private void giveBack(Connection connection) throws SQLException {
        boolean interrupted = Thread.interrupted();
        try {
            connection.close();
        } finally {
            free.release();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
