package org.hotdesk.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Surveys.Answer;
import org.hotdesk.api.conversation.WrapUp;
import org.hotdesk.api.event.ConversationClosed;
import org.hotdesk.api.event.ConversationUnanswered;
import org.hotdesk.api.event.ConversationWrappedUp;
import org.hotdesk.api.staff.AgentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Surveys, marks and wrap-ups on the wire. */
class EndingFramesTest {
    private static final ConversationId ID = new ConversationId(1);
    private static final Actor BOSS = new Actor.Platform("test");
    private static final Instant AT = Instant.parse("2026-11-21T13:29:01.204518Z");

    private LiveServer server;
    private Client visitor;
    private Client agent;

    @BeforeEach
    void talk() throws Exception {
        server = new LiveServer();
        visitor =
                server.visitor(4)
                        .say(
                                "{'type':'open','id':'o','clientId':'c-0','text':'你好',"
                                        + "'language':'zh-CN'}");
        visitor.next("ack");
        server.conversations.assign(ID, new AgentId(7), "张敏");
        agent = server.agent(7);
        agent.next("welcome");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_agent_asks_and_both_sides_hear_of_it() {
        agent.say("{'type':'survey','id':'s','conversation':'1'}");
        agent.next("ack");

        var survey = visitor.next("survey").get("survey");
        assertThat(survey.get("form").asText()).isEqualTo("RATIO");
        assertThat(survey.at("/reasons/0/name/zhCn").asText()).isEqualTo("回复慢");
    }

    @Test
    void a_survey_without_an_answer_is_there_again_after_a_break() {
        agent.say("{'type':'survey','id':'s','conversation':'1'}");
        visitor.next("survey");
        visitor.leave();

        visitor = server.visitor(4);

        assertThat(visitor.next("survey").at("/survey/state").asText()).isEqualTo("ASKED");
    }

    @Test
    void a_visitor_answers_in_the_way_of_the_form() {
        agent.say("{'type':'survey','id':'s','conversation':'1'}");
        visitor.next("survey");

        visitor.say(
                "{'type':'rate','id':'r','conversation':'1','satisfied':false,"
                        + "'reasons':['slow'],'comment':'太慢'}");
        visitor.next("ack");
        visitor.say("{'type':'rate','id':'x','conversation':'1','stars':4,'reasons':'slow'}");

        assertThat(visitor.next("error").get("field").asText()).isEqualTo("reasons");
        assertThat(server.surveys.answers)
                .containsExactly(
                        new Answer(Optional.empty(), Optional.of(false), List.of("slow"), "太慢"));
    }

    @Test
    void that_an_agent_is_late_is_told_to_the_staff_alone() {
        var party = server.conversations.party(BOSS, ID);
        server.conversations.record(new ConversationUnanswered(ID, party, 1, AT));

        assertThat(agent.next("unanswered").get("seq").asLong()).isEqualTo(1);
        agent.say("{'type':'send','id':'a','conversation':'1','clientId':'a','text':'在'}");
        assertThat(visitor.next("message").toString()).doesNotContain("unanswered");
    }

    @Test
    void a_wrap_up_is_the_end_to_the_visitor() {
        var now = server.conversations.find(BOSS, ID);
        var wrapping =
                FakeConversation.with(now, ConversationState.WRAP_UP, now.agent(), now.agentName());
        server.conversations.record(new ConversationClosed(wrapping));

        var told = visitor.next("conversation", frame -> !isActive(frame.toString()));
        assertThat(told.at("/conversation/state").asText()).isEqualTo("CLOSED");
        var mine =
                agent.next("conversation", frame -> frame.at("/change").asText().equals("closed"));
        assertThat(mine.at("/conversation/state").asText()).isEqualTo("WRAP_UP");
        var said =
                new WrapUp(
                        ID,
                        AT,
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.of(AT),
                        Optional.empty());
        var closed =
                FakeConversation.with(
                        wrapping, ConversationState.CLOSED, now.agent(), now.agentName());
        server.conversations.record(new ConversationWrappedUp(closed, said));
        assertThat(agent.next("conversation").get("change").asText()).isEqualTo("wrapped-up");
    }

    private static boolean isActive(String frame) {
        return frame.contains("ACTIVE") || frame.contains("QUEUED");
    }
}
