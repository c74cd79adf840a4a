package org.hotdesk.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.PresenceState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The page on the live protocol, sentence by sentence. */
class LiveProtocolTest {
    private LiveServer server;

    @BeforeEach
    void start() throws Exception {
        server = new LiveServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String open(String id) {
        return "{'type':'open','id':'" + id + "','clientId':'c-0','text':'你好','language':'zh-CN'}";
    }

    private static String send(int conversation, String clientId, String text) {
        return "{'type':'send','id':'"
                + clientId
                + "','conversation':'"
                + conversation
                + "','clientId':'"
                + clientId
                + "','text':'"
                + text
                + "'}";
    }

    @Test
    void a_visitor_and_an_agent_talk() {
        var visitor = server.visitor(4).say(open("1"));
        var ack = visitor.next("ack");
        assertThat(ack.at("/conversation/state").asText()).isEqualTo("QUEUED");

        var agent = server.agent(7);
        assertThat(agent.next("welcome").at("/queue/0/id").asText()).isEqualTo("1");
        server.conversations.assign(new ConversationId(1), new AgentId(7), "张敏");
        assertThat(agent.next("conversation").get("change").asText()).isEqualTo("assigned");

        visitor.say(send(1, "c-1", "还在吗"));
        var message = agent.next("message");
        assertThat(message.get("seq").asLong()).isEqualTo(2);
        assertThat(message.get("text").asText()).isEqualTo("还在吗");
        assertThat(message.at("/author/id").isTextual()).isTrue();
        assertThat(message.get("at").asText()).isEqualTo("2026-11-21T13:29:01.204518Z");

        agent.say(send(1, "a-1", "在"));
        assertThat(agent.next("ack").at("/message/seq").asLong()).isEqualTo(3);
        assertThat(visitor.next("delivered").get("side").asText()).isEqualTo("AGENT");
    }

    @Test
    void a_visitor_sees_the_view_that_is_meant_for_visitors() {
        var visitor = server.visitor(4).say(open("1"));
        var conversation = visitor.next("ack").get("conversation");
        assertThat(conversation.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "id",
                        "state",
                        "agent",
                        "team",
                        "openedAt",
                        "lastSeq",
                        "visitorRead",
                        "agentRead",
                        "rating");
        server.conversations.assign(new ConversationId(1), new AgentId(7), "张敏");
        var changed = visitor.next("conversation");
        assertThat(changed.toString()).doesNotContain("secret-category", "c-1", "customer");
        assertThat(changed.at("/conversation/agent/name").asText()).isEqualTo("张敏");
    }

    @Test
    void who_comes_back_gets_exactly_what_was_missed() {
        var visitor = server.visitor(4).say(open("1"));
        visitor.next("ack");
        for (var i = 1; i <= 9; i++) {
            visitor.say(send(1, "c-" + i, "line " + i));
            visitor.next("ack");
        }
        visitor.leave();

        var back =
                Client.connect(server.address("visitor"), "")
                        .say("{'type':'hello','token':'visitor-4','conversation':'1','seen':7}");
        assertThat(back.next("welcome").at("/conversation/lastSeq").asLong()).isEqualTo(10);
        for (var seq = 8; seq <= 10; seq++) {
            assertThat(back.next("message").get("seq").asLong()).isEqualTo(seq);
        }
        back.say(send(1, "c-9", "line 9"));
        assertThat(back.next("ack").at("/message/seq").asLong()).isEqualTo(10);
    }

    @Test
    void thousands_of_missed_lines_come_in_order_and_cut_nobody_off() {
        var visitor = server.visitor(4).say(open("1"));
        for (var i = 1; i < 3_000; i++) {
            visitor.say(send(1, "c-" + i, "x".repeat(1_000)));
        }
        visitor.next("ack", ack -> ack.get("id").asText().equals("c-2999"));
        var other = server.visitor(4);
        other.next("welcome");
        for (var seq = 1; seq <= 3_000; seq++) {
            assertThat(other.next("message").get("seq").asLong()).isEqualTo(seq);
        }
        assertThat(other.isClosed()).isFalse();
    }

    @Test
    void a_jump_is_filled_by_fetch() {
        var visitor = server.visitor(4).say(open("1"));
        visitor.next("ack");
        visitor.say("{'type':'fetch','id':'f','conversation':'1','after':0}");
        assertThat(visitor.next("message").get("seq").asLong()).isEqualTo(1);
        assertThat(visitor.next("ack").get("more").asBoolean()).isFalse();
    }

    @Test
    void an_unknown_visitor_is_told_to_fetch_a_new_token() {
        var client =
                Client.connect(server.address("visitor"), "")
                        .say("{'type':'hello','token':'nobody'}");
        assertThat(client.next("error").get("code").asText()).isEqualTo("visitor-unknown");
        assertThat(client.closeCode()).isEqualTo(4401);
    }

    @Test
    void staff_who_are_not_signed_in_are_sent_to_sign_in() {
        var client = Client.connect(server.address("agent"), "wrong").say("{'type':'hello'}");
        assertThat(client.closeCode()).isEqualTo(4401);
    }

    @Test
    void a_session_that_is_revoked_ends_its_connections() {
        var agent = server.agent(7);
        agent.next("welcome");
        server.people.revoked.add("agent-7");
        assertThat(agent.closeCode()).isEqualTo(4401);
    }

    @Test
    void a_foreign_page_cannot_connect_as_staff() {
        assertThatThrownBy(
                        () ->
                                Client.connect(
                                        server.address("agent"), "agent-7", "https://evil.example"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        var own = "http://127.0.0.1:" + server.port();
        var client = Client.connect(server.address("agent"), "agent-7", own);
        assertThat(client.say("{'type':'hello'}").next("welcome")).isNotNull();
    }

    @Test
    void the_wish_for_a_presence_counts_only_after_a_lost_connection() {
        var lost =
                new PresenceState(
                        new AgentId(7),
                        Presence.OFFLINE,
                        Optional.of("connection-lost"),
                        Instant.EPOCH,
                        0,
                        3);
        server.people.states.put(new AgentId(7), lost);
        var hello = "{'type':'hello','presence':'ONLINE'}";
        var agent = Client.connect(server.address("agent"), "agent-7").say(hello);
        assertThat(agent.next("welcome").at("/presence/presence").asText()).isEqualTo("ONLINE");
        agent.say("{'type':'presence','id':'p','presence':'AWAY','reason':'lunch'}").next("ack");
        var second = Client.connect(server.address("agent"), "agent-7").say(hello);
        assertThat(second.next("welcome").at("/presence/presence").asText()).isEqualTo("AWAY");
        assertThat(server.people.heartbeats).contains(new AgentId(7));
    }

    @Test
    void a_supervisor_watches_and_hears_the_lines() {
        var visitor = server.visitor(4).say(open("1"));
        visitor.next("ack");
        var supervisor = server.agent(99);
        supervisor.next("welcome");
        visitor.say(send(1, "c-1", "one"));
        assertThat(supervisor.next("preview").get("lastSeq").asLong()).isEqualTo(2);
        supervisor.say("{'type':'watch','id':'w','conversation':'1'}").next("ack");
        visitor.say(send(1, "c-2", "two"));
        assertThat(supervisor.next("message").get("seq").asLong()).isEqualTo(3);
        visitor.say("{'type':'typing','conversation':'1','typing':true}");
        assertThat(supervisor.next("typing").get("typing").asBoolean()).isTrue();
    }

    @Test
    void a_refused_command_is_answered_with_the_reason() {
        var visitor = server.visitor(4).say(open("1"));
        visitor.next("ack");
        visitor.say("{'type':'close','id':'x','conversation':'1'}").next("ack");
        visitor.say(send(1, "c-2", "too late"));
        var error = visitor.next("error");
        assertThat(error.get("id").asText()).isEqualTo("c-2");
        assertThat(error.get("code").asText()).isEqualTo("conversation-closed");
        assertThat(error.get("status").asInt()).isEqualTo(409);
        visitor.say("{'type':'read','id':'r','conversation':'1'}");
        assertThat(visitor.next("error").get("field").asText()).isEqualTo("seq");
    }

    @Test
    void what_is_no_frame_is_refused_and_who_goes_on_is_cut_off() {
        var visitor = server.visitor(4);
        visitor.next("welcome");
        visitor.sayAsItIs("no json");
        assertThat(visitor.next("error").get("code").asText()).isEqualTo("bad-frame");
        visitor.sayAsItIs("{\"type\":\"send\",\"text\":\"" + "长".repeat(12_000) + "\"}");
        assertThat(visitor.next("error").get("code").asText()).isEqualTo("frame-too-large");
        for (var i = 0; i < 19; i++) {
            visitor.sayAsItIs("[]");
        }
        assertThat(visitor.closeCode()).isEqualTo(1008);
    }

    @Test
    void a_stop_tells_everybody_to_come_back() throws Exception {
        var visitor = server.visitor(4);
        visitor.next("welcome");
        server.live.stop();
        assertThat(visitor.closeCode()).isEqualTo(1012);
        var late = Client.connect(server.address("visitor"), "");
        assertThat(late.closeCode()).isEqualTo(1012);
    }

    @Test
    void who_says_nothing_first_is_sent_away() {
        var silent = Client.connect(server.address("visitor"), "");
        assertThat(silent.say("{'type':'send','id':'1'}").closeCode()).isEqualTo(1008);
    }

    @Test
    void frames_that_come_too_fast_are_refused() throws Exception {
        try (var strict = new LiveServer(new Limits(20, 32 * 1024, 10, Set.of(), true))) {
            var visitor = strict.visitor(4);
            visitor.next("welcome");
            for (var tooFast = 0; tooFast <= 200; ) {
                visitor.say("{'type':'typing','id':'t','conversation':'1','typing':true}");
                var error = visitor.next("error");
                assertThat(error.get("id").asText()).isEqualTo("t");
                tooFast += error.get("code").asText().equals("too-fast") ? 1 : 0;
            }
            assertThat(visitor.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void a_full_server_asks_to_come_later() throws Exception {
        try (var small = new LiveServer(new Limits(0, 32 * 1024, 1, Set.of(), true))) {
            small.visitor(1).next("welcome");
            assertThat(Client.connect(small.address("visitor"), "").closeCode()).isEqualTo(1013);
        }
    }

    @Test
    void the_place_in_the_queue_is_told_when_it_changes() throws Exception {
        var first = server.visitor(1).say(open("1"));
        assertThat(first.next("position").get("position").asInt()).isEqualTo(1);
        var second = server.visitor(2).say(open("1"));
        assertThat(second.next("position").get("position").asInt()).isEqualTo(2);
        server.conversations.assign(new ConversationId(1), new AgentId(7), "张敏");
        assertThat(second.next("position").get("position").asInt()).isEqualTo(1);
        assertThat(second.poll(Duration.ofMillis(1_500))).isNull();
    }
}
