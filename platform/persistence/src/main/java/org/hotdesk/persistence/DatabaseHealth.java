package org.hotdesk.persistence;

import com.zaxxer.hikari.HikariPoolMXBean;

import org.hotdesk.api.Words;
import org.hotdesk.api.admin.HealthCheck;
import org.hotdesk.api.admin.HealthReading;
import org.hotdesk.api.admin.HealthReading.Status;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Tells how an open database is doing. */
final class DatabaseHealth implements HealthCheck {
    private final DatabaseUrl url;
    private final Database database;
    private final Timely<String> problem;

    DatabaseHealth(DatabaseUrl url, Database database) {
        this.url = url;
        this.database = database;
        problem = new Timely<>(this::findProblem);
    }

    private String findProblem() {
        try (Connection connection = database.statements().getConnection()) {
            return connection.isValid(1) ? "" : "the connection is not valid";
        } catch (SQLException failure) {
            return String.valueOf(failure.getMessage());
        }
    }

    @Override
    public HealthReading check() {
        String found = problem.ask().orElse("nothing within " + Timely.PATIENCE_MS + " ms");
        HikariPoolMXBean pool = database.transactions().getHikariPoolMXBean();
        int waiting = database.transactions().waiting();
        Map<String, String> figures =
                Map.of(
                        "url", url.toString(),
                        "connections", String.valueOf(pool.getTotalConnections()),
                        "busy", String.valueOf(pool.getActiveConnections()),
                        "waiting", String.valueOf(waiting));
        if (!found.isEmpty()) {
            return new HealthReading(
                    "database",
                    Status.DOWN,
                    new Words("数据库没有回应：" + found, "The database does not answer: " + found),
                    figures);
        }
        return waiting > pool.getTotalConnections()
                ? new HealthReading(
                        "database",
                        Status.DEGRADED,
                        new Words(
                                "连接已全部占用，请调大 persistence.pool-size。",
                                "All connections are busy; raise persistence.pool-size."),
                        figures)
                : new HealthReading("database", Status.UP, HealthReading.FINE, figures);
    }
}
