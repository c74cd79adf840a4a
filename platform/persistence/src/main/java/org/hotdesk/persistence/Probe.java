package org.hotdesk.persistence;

import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hotdesk.api.admin.HealthReading;

/** Asks the database whether it is there, never waiting long and never twice at a time. */
final class Probe {
    private static final long PATIENCE_MS = 800;

    private CompletableFuture<String> running = CompletableFuture.completedFuture("");

    HealthReading read(DatabaseUrl url, Database database) {
        String problem = ask(database);
        HikariPoolMXBean pool = database.transactions().getHikariPoolMXBean();
        Map<String, String> figures =
                Map.of(
                        "url", url.toString(),
                        "connections", String.valueOf(pool.getTotalConnections()),
                        "busy", String.valueOf(pool.getActiveConnections()),
                        "waiting", String.valueOf(pool.getThreadsAwaitingConnection()));
        if (!problem.isEmpty()) {
            return new HealthReading(
                    "database", HealthReading.Status.DOWN, "No answer: " + problem, figures);
        }
        boolean crowded = pool.getThreadsAwaitingConnection() > pool.getTotalConnections();
        return crowded
                ? new HealthReading(
                        "database",
                        HealthReading.Status.DEGRADED,
                        "All connections are busy; raise persistence.pool-size.",
                        figures)
                : new HealthReading("database", HealthReading.Status.UP, "fine", figures);
    }

    private String ask(Database database) {
        CompletableFuture<String> asked = start(database);
        try {
            return asked.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return "it did not answer within " + PATIENCE_MS + " ms";
        } catch (ExecutionException failed) {
            return String.valueOf(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private synchronized CompletableFuture<String> start(Database database) {
        if (running.isDone()) {
            CompletableFuture<String> next = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> next.complete(answer(database)));
            running = next;
        }
        return running;
    }

    private static String answer(Database database) {
        try (Connection connection = database.statements().getConnection()) {
            return connection.isValid(1) ? "" : "the connection is not valid";
        } catch (SQLException failure) {
            return String.valueOf(failure.getMessage());
        }
    }
}
