package org.hotdesk.conversation;

import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.time.Instant;
import java.util.Optional;

/** Every revision of the list of sensitive words. */
interface WordTable {

    /** A revision as the table has it: a word a line. */
    record WordRow(
            long revision,
            String block,
            String warn,
            boolean agents,
            boolean visitors,
            String changedBy,
            Instant changedAt) {}

    @Query("SELECT * FROM conversation_words ORDER BY revision DESC LIMIT 1")
    Optional<WordRow> newest();

    @Query("SELECT COALESCE(MAX(revision), 0) FROM conversation_words")
    long revision();

    @Update({
        "INSERT INTO conversation_words (revision, block, warn, agents, visitors, changed_by,",
        "changed_at) VALUES (#{w.revision}, #{w.block}, #{w.warn}, #{w.agents}, #{w.visitors},",
        "#{w.changedBy}, #{w.changedAt})"
    })
    void insert(WordRow w);
}
