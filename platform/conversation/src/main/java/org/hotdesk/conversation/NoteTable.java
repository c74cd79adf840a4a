package org.hotdesk.conversation;

import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.util.List;
import java.util.Optional;

/** What the staff write to each other, apart from the lines that customers see. */
interface NoteTable {

    @Update({
        "INSERT INTO conversation_note (conversation, number, after_seq, client_id, author,",
        "author_name, text, recalled, written_at) VALUES (#{n.conversation}, #{n.number},",
        "#{n.afterSeq}, #{n.clientId}, #{n.author}, #{n.authorName}, #{n.text}, #{n.recalled},",
        "#{n.writtenAt})"
    })
    void insert(NoteRow n);

    @Query("SELECT COALESCE(MAX(number), 0) FROM conversation_note WHERE conversation = #{id}")
    long last(long id);

    @Query({
        "SELECT * FROM conversation_note WHERE conversation = #{id} AND client_id = #{clientId}"
    })
    Optional<NoteRow> sentAs(long id, String clientId);

    @Query("SELECT * FROM conversation_note WHERE conversation = #{id} AND number = #{number}")
    Optional<NoteRow> find(long id, long number);

    @Query({
        "SELECT * FROM conversation_note WHERE conversation = #{id}",
        "ORDER BY number DESC LIMIT #{limit}"
    })
    List<NoteRow> newest(long id, int limit);

    @Update({
        "UPDATE conversation_note SET text = '', recalled = TRUE",
        "WHERE conversation = #{id} AND number = #{number}"
    })
    void recall(long id, long number);
}
