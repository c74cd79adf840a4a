package org.hotdesk.conversation;

import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.time.Instant;
import java.util.Optional;

/** Uploaded files: whose they are, in which conversation, and where their bytes lie. */
interface AttachmentTable {

    /** A file as it is uploaded. */
    record NewRow(
            Author.Side side,
            long owner,
            String name,
            String type,
            long size,
            int width,
            int height,
            String content,
            Optional<String> thumbnail,
            Instant uploadedAt) {}

    @Update(
            value = {
                "INSERT INTO conversation_attachment (side, owner, name, type, size, width, height,",
                "content, thumbnail, uploaded_at) VALUES (#{a.side}, #{a.owner}, #{a.name},",
                "#{a.type}, #{a.size}, #{a.width}, #{a.height}, #{a.content}, #{a.thumbnail},",
                "#{a.uploadedAt})"
            },
            generatesKey = true)
    long insert(NewRow a);

    @Query("SELECT * FROM conversation_attachment WHERE id = #{id}")
    Optional<AttachmentRow> find(long id);

    @Update({
        "UPDATE conversation_attachment SET conversation = #{conversation} WHERE id = #{id}",
        "AND (conversation IS NULL OR conversation = #{conversation})"
    })
    boolean bind(long id, long conversation);

    @Update("DELETE FROM conversation_attachment WHERE id = #{id}")
    void remove(long id);

    @Query({
        "SELECT COUNT(*) FROM conversation_attachment WHERE side = #{side} AND owner = #{owner}",
        "AND uploaded_at > #{since}"
    })
    int uploaded(Author.Side side, long owner, Instant since);

    @Update({
        "DELETE FROM conversation_attachment WHERE conversation IS NULL",
        "AND uploaded_at < #{before}"
    })
    int removeLeft(Instant before);

    @Query({
        "SELECT COUNT(*) FROM conversation_attachment",
        "WHERE content = #{key} OR thumbnail = #{key}"
    })
    int naming(String key);
}
