package org.hotdesk.conversation;

import org.hotdesk.api.conversation.Survey;
import org.hotdesk.api.conversation.Surveys;
import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What visitors were asked, once a conversation, and what they said. */
interface SurveyTable {

    /** A survey as the table has it. */
    record SurveyRow(
            long conversation,
            long team,
            Survey.Form form,
            Survey.Asker askedBy,
            Instant askedAt,
            Optional<Instant> remindedAt,
            Instant expiresAt,
            Optional<Instant> answeredAt,
            Optional<Integer> stars,
            Optional<String> comment) {}

    /** How often a score was given, or nothing (0), by those who were asked (1) or not (0). */
    record Score(long asked, long stars, long count) {}

    @Update({
        "INSERT IGNORE INTO conversation_survey (conversation, team, form, asked_by, asked_at,",
        "expires_at) VALUES (#{s.conversation}, #{s.team}, #{s.form}, #{s.askedBy},",
        "#{s.askedAt}, #{s.expiresAt})"
    })
    boolean ask(SurveyRow s);

    @Query("SELECT * FROM conversation_survey WHERE conversation = #{id}")
    Optional<SurveyRow> find(long id);

    @Update({
        "UPDATE conversation_survey SET reminded_at = #{now} WHERE conversation = #{id}",
        "AND reminded_at IS NULL AND answered_at IS NULL AND expires_at > #{now}"
    })
    boolean remind(long id, Instant now);

    @Update({
        "UPDATE conversation_survey SET answered_at = #{now}, stars = #{stars},",
        "comment = #{comment} WHERE conversation = #{id} AND answered_at IS NULL",
        "AND expires_at > #{now}"
    })
    boolean answer(long id, int stars, String comment, Instant now);

    @Update({
        "<script>INSERT INTO conversation_survey_reason (conversation, code) VALUES",
        "<foreach collection='codes' item='c' separator=','>(#{id}, #{c})</foreach></script>"
    })
    void choose(long id, List<String> codes);

    @Query("SELECT code FROM conversation_survey_reason WHERE conversation = #{id} ORDER BY code")
    List<String> chosen(long id);

    String WITHIN =
            " s.asked_at &gt;= #{from} AND s.asked_at &lt; #{to}"
                    + "<if test='team != 0'> AND s.team = #{team}</if>";

    @Query({
        "<script>SELECT g.asked, g.stars, COUNT(*) AS count FROM (SELECT",
        "CASE s.asked_by WHEN 'VISITOR' THEN 0 ELSE 1 END AS asked, COALESCE(s.stars, 0) AS stars",
        "FROM conversation_survey s WHERE" + WITHIN,
        ") g GROUP BY g.asked, g.stars</script>"
    })
    List<Score> scores(Instant from, Instant to, long team);

    @Query({
        "<script>SELECT r.code, COUNT(*) AS count FROM conversation_survey s",
        "JOIN conversation_survey_reason r ON r.conversation = s.conversation WHERE" + WITHIN,
        "GROUP BY r.code ORDER BY COUNT(*) DESC, r.code</script>"
    })
    List<Surveys.Counted> reasons(Instant from, Instant to, long team);
}
