package org.hotdesk.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.rest.RestServer.json;
import static org.hotdesk.rest.RestServer.send;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.EndingRules;
import org.hotdesk.api.conversation.Survey;
import org.hotdesk.api.conversation.Surveys;
import org.hotdesk.api.conversation.TeamRules;
import org.hotdesk.api.staff.TeamId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rules are whole, figures are of a period, and an answer has one score. */
class EndingRulesResourceTest {
    private static final String RULES =
            "{'survey':{'form':'RATIO','onClose':true,'byVisitor':false,'reasons':[{'code':'slow',"
                    + "'name':{'zhCn':'慢','en':'slow'},'from':1,'to':3}],'remindSeconds':60,"
                    + "'expireSeconds':600},'idle':{'warnSeconds':60,'closeSeconds':30,"
                    + "'markSeconds':0},'wrapUp':{'on':true,'counts':false,'limitSeconds':0},"
                    + "'reopen':{'withinSeconds':900}}";

    private final KeptRules kept = new KeptRules();
    private final KeptSurveys surveys = new KeptSurveys();
    private RestServer server;

    @BeforeEach
    void start() throws Exception {
        var staff = new FakeStaff();
        staff.add(new Actor.Platform("test"), Words.same("A"));
        server =
                new RestServer(
                        new EndingRulesResource(kept, staff),
                        new SurveysResource(surveys),
                        new SatisfactionResource(surveys));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpRequest.Builder rules() {
        return server.asAdmin("/teams/1/ending-rules");
    }

    @Test
    void rules_are_read_with_their_version_and_put_under_it() throws Exception {
        var read = send(rules());
        assertThat(read.body()).contains("\"form\":\"GRADE\"", "\"version\":0");

        var put = send(json(rules().header("If-Match", "\"0\""), "PUT", RULES));

        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(kept.now.survey().reasons()).hasSize(1);
        assertThat(kept.now.reopen().withinSeconds()).isEqualTo(900);
        assertThat(send(json(rules(), "PUT", RULES)).statusCode()).isEqualTo(428);
    }

    @Test
    void rules_that_are_not_whole_are_refused() throws Exception {
        var half = send(json(rules().header("If-Match", "\"0\""), "PUT", "{'idle':{}}"));

        assertThat(half.statusCode()).isEqualTo(422);
        assertThat(send(server.asAdmin("/teams/99/ending-rules")).statusCode()).isEqualTo(404);
    }

    @Test
    void figures_are_of_a_period_that_is_written_like_a_moment() throws Exception {
        var good =
                send(
                        server.asAdmin(
                                "/satisfaction?from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z"
                                        + "&team=1"));
        assertThat(good.body()).contains("\"asked\":7");

        var bad = send(server.asAdmin("/satisfaction?from=yesterday&to=2026-11-02T00:00:00Z"));
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("\"field\":\"from\"");
    }

    @Test
    void what_was_never_asked_is_not_there() throws Exception {
        assertThat(send(server.asAdmin("/conversations/1/survey")).statusCode()).isEqualTo(404);
    }

    private static final class KeptRules implements TeamRules {
        private EndingRules now = EndingRules.standard(new TeamId(1));

        @Override
        public EndingRules of(TeamId team) {
            return now;
        }

        @Override
        public EndingRules change(Actor actor, EndingRules rules) {
            now = rules;
            return now;
        }
    }

    private static final class KeptSurveys implements Surveys {
        @Override
        public Survey ask(Actor actor, ConversationId id) {
            throw Fault.notFound("conversation", id);
        }

        @Override
        public Optional<Survey> find(Actor actor, ConversationId id) {
            return Optional.empty();
        }

        @Override
        public Conversation answer(Actor.Visitor visitor, ConversationId id, Answer answer) {
            throw Fault.notFound("conversation", id);
        }

        @Override
        public Figures figures(Actor actor, Instant from, Instant to, Optional<TeamId> team) {
            return new Figures(7, 3, 0, 3, List.of(0L, 0L, 0L, 0L, 3L), List.of());
        }
    }
}
