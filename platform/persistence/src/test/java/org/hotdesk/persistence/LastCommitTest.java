package org.hotdesk.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.persistence.Database.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A copy of the file of an open database is what a kill would leave. */
final class LastCommitTest {
    private static final String FILE = "hotdesk.mv.db";
    private static final int COMMITS = 40;
    private static final int KILLS = 8;

    @TempDir Path folder;

    @Test
    void every_commit_is_there_after_a_kill_also_in_the_gaps_of_the_file() throws Exception {
        List<Path> killed = new ArrayList<>();
        // Space is used again at once, and not only after 45 seconds.
        try (Database database =
                open(DatabaseUrl.of(DatabaseUrl.embedded(folder).text() + ";RETENTION_TIME=0"))) {
            execute(database, "CREATE TABLE note (id INT PRIMARY KEY, text VARCHAR(60000))");
            for (int i = 0; i < COMMITS; i++) {
                int length = i % 3 == 0 ? 50_000 : 100;
                execute(
                        database,
                        "INSERT INTO note VALUES (" + i + ", REPEAT('x', " + length + "))");
                execute(database, "DELETE FROM note WHERE id = " + (i - 4));
                execute(database, "UPDATE note SET text = 'last' WHERE id = " + i);
                if (i >= COMMITS - KILLS) {
                    killed.add(copied(i));
                }
            }
        }
        for (int i = 0; i < killed.size(); i++) {
            try (Database left = open(DatabaseUrl.embedded(killed.get(i)))) {
                assertThat(last(left)).isEqualTo(COMMITS - KILLS + i);
            }
        }
    }

    private static Database open(DatabaseUrl url) throws SQLException {
        return Database.open(url, new Login("sa", ""), 2);
    }

    private Path copied(int number) throws IOException {
        Path kill = Files.createDirectory(folder.resolve("kill" + number));
        Files.copy(folder.resolve(FILE), kill.resolve(FILE));
        return kill;
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.statements().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int last(Database database) throws SQLException {
        try (Connection connection = database.statements().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT MAX(id) FROM note WHERE text = 'last'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
