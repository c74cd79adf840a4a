package org.hotdesk.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.staff.AgentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Many who are connected, and many who talk. */
class ManyConnectionsTest {
    private static final int IDLE = 1_000;
    private static final int TALKS = 16;
    private static final int LINES = 200;

    private LiveServer server;

    @BeforeEach
    void start() throws Exception {
        server = new LiveServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sixteen_talk_without_loss_among_a_thousand_who_are_silent() throws Exception {
        var idle = new ArrayList<Client>();
        for (var i = 0; i < IDLE; i++) {
            idle.add(server.visitor(1_000 + i));
        }
        idle.forEach(client -> client.next("welcome"));
        assertThat(server.live.check().figures()).containsEntry("connections", "" + IDLE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var talks = new ArrayList<Callable<Integer>>();
            for (var i = 1; i <= TALKS; i++) {
                var number = i;
                talks.add(() -> talk(number));
            }
            for (var talk : threads.invokeAll(talks)) {
                assertThat(talk.get()).isEqualTo(LINES);
            }
        }
        assertThat(idle).noneMatch(Client::isClosed);
    }

    /** One conversation: every line must reach the agent, in order, before the next is written. */
    private int talk(int number) {
        var visitor = server.visitor(number);
        visitor.say("{'type':'open','id':'o','clientId':'c','text':'hi','language':'en'}");
        var id = visitor.next("ack").at("/conversation/id").asText();
        var agent = server.agent(number);
        agent.next("welcome");
        server.conversations.assign(
                new ConversationId(Long.parseLong(id)), new AgentId(number), "agent " + number);
        for (var i = 1; i <= LINES; i++) {
            visitor.say(
                    "{'type':'send','id':'%d','conversation':'%s','clientId':'c-%d','text':'%d'}"
                            .formatted(i, id, i, i));
            var line = agent.next("message", each -> each.get("seq").asInt() > 1);
            assertThat(line.get("text").asText()).isEqualTo("" + i);
        }
        return LINES;
    }
}
