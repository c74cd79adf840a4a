package org.hotdesk.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.staff.AgentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Set;

/** What customers must not see, looked for in the bytes of their own connections. */
class StaffOnlyTest {
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
        server.conversations.assign(new ConversationId(1), new AgentId(7), "张敏");
        agent = server.agent(7);
        agent.next("welcome");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String command(String type, String clientId, String text) {
        return "{'type':'%s','id':'%s','conversation':'1','clientId':'%s','text':'%s'}"
                .formatted(type, clientId, clientId, text);
    }

    /** All that comes to the visitor until the agent's next line, as it was sent. */
    private String heardByVisitor() throws InterruptedException {
        agent.say(command("send", "end-" + System.nanoTime(), "the-end"));
        var heard = new StringBuilder();
        while (true) {
            var frame = visitor.poll(Duration.ofSeconds(5));
            if (frame == null) {
                throw new AssertionError("the end never came");
            }
            heard.append(frame);
            if (frame.path("text").asText().equals("the-end")) {
                return heard.toString();
            }
        }
    }

    @Test
    void a_note_reaches_the_agent_and_not_the_visitor() throws Exception {
        agent.say(command("note", "n-1", "secret-note"));
        var note = agent.next("note").get("note");
        assertThat(note.get("text").asText()).isEqualTo("secret-note");
        assertThat(note.get("number").asLong()).isEqualTo(1);

        agent.say("{'type':'recall-note','id':'r','conversation':'1','number':1}");
        assertThat(agent.next("note").at("/note/recalled").asBoolean()).isTrue();

        assertThat(heardByVisitor()).doesNotContain("secret-note", "\"note\"", "n-1");
    }

    @Test
    void who_watches_hears_notes_too() {
        var supervisor = server.agent(9).say("{'type':'watch','id':'w','conversation':'1'}");
        supervisor.next("ack");

        agent.say(command("note", "n-1", "secret-note"));

        assertThat(supervisor.next("note").at("/note/text").asText()).isEqualTo("secret-note");
    }

    @Test
    void a_visitor_who_comes_back_finds_no_trace_of_a_note() throws Exception {
        agent.say(command("note", "n-1", "secret-note"));
        agent.next("ack");
        visitor.leave();

        visitor =
                Client.connect(server.address("visitor"), "")
                        .say("{'type':'hello','token':'visitor-4','conversation':'1','seen':0}");
        var welcome = visitor.next("welcome");
        assertThat(welcome.at("/conversation/lastSeq").asLong()).isEqualTo(1);
        assertThat(welcome.toString()).doesNotContain("note");
        visitor.say("{'type':'fetch','id':'f','conversation':'1','after':0}");

        assertThat(heardByVisitor()).doesNotContain("secret-note", "\"note\"");
    }

    @Test
    void a_visitor_writes_no_note() {
        visitor.say(command("note", "n-1", "secret-note"));

        assertThat(visitor.next("error").get("code").asText()).isEqualTo("unknown-command");
    }

    @Test
    void an_agent_sees_what_a_visitor_types_where_the_settings_say_so() throws Exception {
        visitor.say("{'type':'typing','conversation':'1','typing':true,'text':'我想退'}");
        assertThat(agent.next("typing").get("text").asText()).isEqualTo("我想退");

        try (var discreet = new LiveServer(new Limits(0, 32 * 1024, 10, Set.of(), false))) {
            var shy = discreet.visitor(4);
            assertThat(shy.next("welcome").get("previews").asBoolean()).isFalse();
            shy.say("{'type':'open','id':'o','clientId':'c','text':'hi','language':'en'}");
            shy.next("ack");
            discreet.conversations.assign(new ConversationId(1), new AgentId(7), "张敏");
            var curious = discreet.agent(7);
            curious.next("welcome");
            shy.say("{'type':'typing','conversation':'1','typing':true,'text':'secret'}");
            assertThat(curious.next("typing").has("text")).isFalse();
        }
    }

    @Test
    void a_line_taken_back_is_told_to_both_sides_without_what_it_said() {
        visitor.say("{'type':'recall','id':'r','conversation':'1','seq':1}");

        var told = agent.next("message", frame -> frame.at("/kind").asText().equals("RECALL"));
        assertThat(told.get("text").asText()).isEqualTo("1");
        assertThat(told.get("seq").asLong()).isEqualTo(2);
        assertThat(agent.next("preview").get("conversation").asText()).isEqualTo("1");
        visitor.next("ack");

        agent.say("{'type':'fetch','id':'f','conversation':'1','after':0}");
        var line = agent.next("message");
        assertThat(line.get("kind").asText()).isEqualTo("RECALLED");
        assertThat(line.get("text").asText()).isEmpty();
    }
}
