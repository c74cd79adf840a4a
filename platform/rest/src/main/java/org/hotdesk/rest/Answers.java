package org.hotdesk.rest;

import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.time.Instant;
import java.util.Optional;

/** The table of answers that may be asked for again. */
interface Answers {
    record Kept(String inputHash, String answer) {}

    /** Whether nobody had taken this key before. */
    @Update(
            "INSERT IGNORE INTO rest_answer (key_hash, input_hash, answer, at)"
                    + " VALUES (#{keyHash}, #{inputHash}, '', #{at})")
    boolean take(String keyHash, String inputHash, Instant at);

    @Update("UPDATE rest_answer SET answer = #{answer} WHERE key_hash = #{keyHash}")
    void keep(String keyHash, String answer);

    @Query("SELECT input_hash, answer FROM rest_answer WHERE key_hash = #{keyHash}")
    Optional<Kept> find(String keyHash);

    @Update("DELETE FROM rest_answer WHERE at < #{before}")
    int forget(Instant before);
}
