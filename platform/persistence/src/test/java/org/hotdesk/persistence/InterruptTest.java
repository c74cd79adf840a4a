package org.hotdesk.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.persistence.Database.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

class InterruptTest {
    @TempDir Path folder;

    @Test
    void an_interrupted_thread_does_not_close_the_embedded_database_for_others() throws Exception {
        try (Database database =
                Database.open(DatabaseUrl.embedded(folder), new Login("sa", ""), 4)) {
            execute(database, "CREATE TABLE note (text VARCHAR(1000))");
            for (int i = 0; i < 50; i++) {
                Thread writer = Thread.ofPlatform().start(() -> writeMuch(database));
                writer.interrupt();
                writer.join();
            }
            execute(database, "INSERT INTO note (text) VALUES ('afterwards')");
            assertThat(count(database)).isPositive();
        }
    }

    private static void writeMuch(Database database) {
        for (int i = 0; i < 20; i++) {
            try {
                execute(database, "INSERT INTO note (text) VALUES ('" + "x".repeat(900) + "')");
            } catch (SQLException interrupted) {
                // What an interrupted thread itself gets does not matter here.
                return;
            }
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.statements().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(Database database) throws SQLException {
        try (Connection connection = database.statements().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM note")) {
            row.next();
            return row.getLong(1);
        }
    }
}
