package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.conversation.Ending.asks;
import static org.hotdesk.conversation.Ending.neverIdle;
import static org.hotdesk.conversation.Ending.noWrapUp;
import static org.hotdesk.conversation.Ending.refused;

import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Rating;
import org.hotdesk.api.conversation.Survey;
import org.hotdesk.api.conversation.Survey.Form;
import org.hotdesk.api.conversation.Surveys.Answer;
import org.hotdesk.api.conversation.Surveys.Counted;
import org.hotdesk.api.conversation.Surveys.Figures;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@OnBothDatabases
class SurveysTest {
    private Helpdesk helpdesk;
    private Ending ending;

    @BeforeEach
    void open(TestDatabase database) {
        helpdesk = new Helpdesk(database, 1);
        ending = new Ending(helpdesk);
        helpdesk.agent(1, Presence.ONLINE, 9);
    }

    @AfterEach
    void close() {
        helpdesk.close();
    }

    private ConversationId asked(Form form) {
        ending.rules(asks(form, true, true), neverIdle(), noWrapUp(), 0);
        ConversationId id = ending.active(7);
        helpdesk.close(id);
        return id;
    }

    private Conversation answer(ConversationId id, Answer answer) {
        return helpdesk.surveys.answer(Helpdesk.visitor(7), id, answer);
    }

    private static Answer stars(int stars, String... reasons) {
        return new Answer(Optional.of(stars), Optional.empty(), List.of(reasons), "");
    }

    private static Answer satisfied(boolean satisfied, String... reasons) {
        return new Answer(Optional.empty(), Optional.of(satisfied), List.of(reasons), "");
    }

    @Test
    void the_end_asks_for_stars_and_reasons_that_fit_them() {
        ConversationId id = asked(Form.GRADE);
        Survey survey = ending.survey(id).orElseThrow();
        assertThat(survey.state()).isEqualTo(Survey.State.ASKED);
        assertThat(survey.askedBy()).isEqualTo(Survey.Asker.CLOSE);
        assertThat(survey.reasons()).containsExactly(Ending.SLOW, Ending.KIND);

        refused(() -> answer(id, stars(2, "kind")), "reason-unknown");
        refused(() -> answer(id, stars(6)), "stars-out-of-range");
        refused(() -> answer(id, satisfied(true)), "stars-missing");
        Conversation rated = answer(id, stars(2, "slow"));

        assertThat(rated.rating()).hasValue(new Rating(2, ""));
        Survey given = ending.survey(id).orElseThrow();
        assertThat(given.state()).isEqualTo(Survey.State.ANSWERED);
        assertThat(given.given().orElseThrow().reasons()).containsExactly("slow");
    }

    @Test
    void a_ratio_is_kept_as_five_stars_or_one() {
        ConversationId id = asked(Form.RATIO);

        refused(() -> answer(id, stars(3)), "satisfied-missing");

        assertThat(answer(id, satisfied(false, "slow")).rating()).hasValue(new Rating(1, ""));
    }

    @Test
    void the_same_answer_again_changes_nothing_and_another_is_refused() {
        ConversationId id = asked(Form.GRADE);
        Conversation first = answer(id, stars(5, "kind"));

        assertThat(answer(id, stars(5, "kind"))).isEqualTo(first);
        refused(() -> answer(id, stars(5)), "already-rated");
        refused(() -> answer(id, stars(1, "slow")), "already-rated");
    }

    @Test
    void stars_without_a_survey_work_as_ever() {
        ConversationId id = ending.active(7);
        refused(
                () -> helpdesk.conversations.rate(Helpdesk.visitor(7), id, new Rating(4, "")),
                "conversation-open");
        helpdesk.close(id);

        Rating good = new Rating(4, "谢谢");
        assertThat(helpdesk.conversations.rate(Helpdesk.visitor(7), id, good).rating())
                .hasValue(good);
    }

    @Test
    void an_agent_asks_once_while_talking_and_the_end_does_not_ask_again() {
        ending.rules(asks(), neverIdle(), noWrapUp(), 0);
        ConversationId id = ending.active(7);

        Survey survey = helpdesk.surveys.ask(ending.agentOf(id), id);
        assertThat(helpdesk.surveys.ask(ending.agentOf(id), id)).isEqualTo(survey);
        assertThat(answer(id, stars(5)).state().isOpen()).isTrue();
        helpdesk.close(id);

        assertThat(ending.survey(id).orElseThrow().askedBy()).isEqualTo(Survey.Asker.AGENT);
        assertThat(new StoredRecords(helpdesk.tables).sum("", 1))
                .singleElement()
                .satisfies(sum -> assertThat(sum.rated()).isEqualTo(1));
    }

    @Test
    void where_visitors_may_not_rate_by_themselves_somebody_has_to_ask() {
        ending.rules(asks(Form.GRADE, false, false), neverIdle(), noWrapUp(), 0);
        ConversationId id = ending.active(7);
        refused(() -> helpdesk.surveys.ask(Helpdesk.visitor(7), id), "not-your-conversation");
        helpdesk.close(id);
        refused(() -> answer(id, stars(5)), "not-asked");

        helpdesk.surveys.ask(Ending.BOSS, id);

        assertThat(answer(id, stars(5)).rating()).isPresent();
    }

    @Test
    void a_survey_is_recalled_once_and_refused_when_it_is_too_late() {
        ConversationId id = asked(Form.GRADE);
        assertThat(ending.survey(id).orElseThrow().remindedAt()).isEmpty();

        ending.after(Duration.ofSeconds(601));
        Optional<Instant> reminded = ending.survey(id).orElseThrow().remindedAt();
        ending.after(Duration.ofSeconds(1_000));
        ending.after(Duration.ofSeconds(2_000));

        assertThat(reminded).isPresent();
        Survey over = ending.survey(id).orElseThrow();
        assertThat(over.remindedAt()).isEqualTo(reminded);
        assertThat(over.state()).isEqualTo(Survey.State.EXPIRED);
        refused(() -> answer(id, stars(5)), "survey-expired");
        assertThat(helpdesk.tables.timers().next()).isEmpty();
    }

    @Test
    void every_invitation_is_counted_answered_or_not() {
        ConversationId first = asked(Form.GRADE);
        answer(first, stars(5, "kind"));
        helpdesk.close(ending.active(8));
        ending.rules(asks(Form.GRADE, false, true), neverIdle(), noWrapUp(), 0);
        ConversationId own = ending.active(9);
        helpdesk.close(own);
        helpdesk.conversations.rate(Helpdesk.visitor(9), own, new Rating(2, ""));

        Instant now = helpdesk.tables.now();
        Figures figures =
                helpdesk.surveys.figures(
                        Ending.BOSS,
                        now.minusSeconds(60),
                        now.plusSeconds(60),
                        Optional.of(Ending.TEAM));

        assertThat(figures)
                .isEqualTo(
                        new Figures(
                                2,
                                1,
                                1,
                                1,
                                List.of(0L, 1L, 0L, 0L, 1L),
                                List.of(new Counted("kind", 1))));
    }
}
