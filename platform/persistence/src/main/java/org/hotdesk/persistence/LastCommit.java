package org.hotdesk.persistence;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;

/**
 * Finds what was last committed to an embedded database that was not closed.
 *
 * <p>Where H2 2.5.252 puts a commit into a gap of its file, the file's header names the commit
 * before, and for up to twenty commits nothing leads there. After a kill H2 goes by the header and
 * forgets them. They are in the file all the same, and a search through all of it meets them.
 */
final class LastCommit {
    private static final Logger LOG = LoggerFactory.getLogger(LastCommit.class);
    private static final String H2 = "jdbc:h2:";
    private static final int HEADER = 4_096;
    private static final String CLOSED = ",clean:1,";

    private LastCommit() {}

    /**
     * Brings the file into the state of a database that was closed after its last commit.
     *
     * @throws SQLException when the file cannot be read
     */
    static void find(DatabaseUrl url) throws SQLException {
        String file = url.text().substring(H2.length()).split(";", 2)[0] + ".mv.db";
        boolean encrypted = url.text().toUpperCase(Locale.ROOT).contains(";CIPHER=");
        if (encrypted || !FileUtils.exists(file)) {
            return;
        }
        try {
            if (!wasClosed(file)) {
                search(file);
            }
        } catch (IOException unreadable) {
            throw new SQLException(unreadable);
        } catch (MVStoreException refused) {
            // It is open in this process, and was found when it was opened first.
            if (refused.getErrorCode() != DataUtils.ERROR_FILE_LOCKED) {
                throw new SQLException(refused);
            }
        }
    }

    /** Both copies of the header say it, or neither: H2 takes the mark away by its next write. */
    private static boolean wasClosed(String file) throws IOException {
        try (InputStream in = FileUtils.newInputStream(file)) {
            byte[] header = in.readNBytes(2 * HEADER);
            return header.length < 2 * HEADER || (isMarked(header, 0) && isMarked(header, HEADER));
        }
    }

    private static boolean isMarked(byte[] header, int from) {
        return new String(header, from, HEADER, StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("")
                .contains(CLOSED);
    }

    private static void search(String file) {
        long start = System.nanoTime();
        try (MVStore store =
                new MVStore.Builder().fileName(file).autoCommitDisabled().recoveryMode().open()) {
            store.setVersionsToKeep(0);
        }
        LOG.info(
                "The database was not closed; its last commit was found in {} ms.",
                (System.nanoTime() - start) / 1_000_000);
    }
}
