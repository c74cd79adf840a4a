package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hotdesk.conversation.Ending.asks;
import static org.hotdesk.conversation.Ending.neverIdle;
import static org.hotdesk.conversation.Ending.noWrapUp;

import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.EndingRules.Idle;
import org.hotdesk.api.event.ConversationUnanswered;
import org.hotdesk.api.event.EventListener;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.conversation.TimerTable.Kind;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@OnBothDatabases
class SilenceTest {
    private final List<ConversationUnanswered> marked = new CopyOnWriteArrayList<>();
    private Helpdesk helpdesk;
    private Ending ending;

    @BeforeEach
    void open(TestDatabase database) {
        helpdesk = new Helpdesk(database, 1);
        ending = new Ending(helpdesk);
        helpdesk.agent(1, Presence.ONLINE, 9);
        EventListener marks =
                recorded -> {
                    if (recorded.event() instanceof ConversationUnanswered late) {
                        marked.add(late);
                    }
                };
        database.listen(marks);
    }

    @AfterEach
    void close() {
        helpdesk.close();
    }

    private ConversationId watched(Idle idle) {
        ending.rules(asks(), idle, noWrapUp(), 0);
        ConversationId id = ending.active(7);
        Kind kind = idle.warnSeconds() > 0 ? Kind.IDLE : Kind.MARK;
        await().until(() -> helpdesk.tables.timers().find(id.value(), kind).isPresent());
        return id;
    }

    private void agentSays(ConversationId id, String clientId) {
        helpdesk.post(ending.agentOf(id), id, clientId, "请问还有什么可以帮您？");
    }

    @Test
    void a_visitor_who_owes_an_answer_is_warned_and_then_the_conversation_ends() {
        ConversationId id = watched(new Idle(600, 300, 0));
        agentSays(id, "b");

        ending.after(Duration.ofSeconds(570));
        assertThat(helpdesk.lines(id)).doesNotContain("idle-warning");
        ending.after(Duration.ofSeconds(40));
        assertThat(helpdesk.lines(id)).endsWith("idle-warning");
        ending.after(Duration.ofSeconds(270));
        assertThat(helpdesk.find(id).state()).isEqualTo(ConversationState.ACTIVE);
        ending.after(Duration.ofSeconds(40));

        assertThat(helpdesk.find(id).state()).isEqualTo(ConversationState.CLOSED);
        assertThat(helpdesk.lines(id)).endsWith("idle-warning", "closed-by-idle");
        assertThat(ending.load()).isZero();
    }

    @Test
    void an_answer_after_the_warning_keeps_it_open_and_the_next_silence_counts_anew() {
        ConversationId id = watched(new Idle(600, 300, 0));
        agentSays(id, "b");
        ending.after(Duration.ofSeconds(610));
        helpdesk.post(Helpdesk.visitor(7), id, "c", "还在");

        ending.after(Duration.ofSeconds(310));
        ending.after(Duration.ofSeconds(5_000));
        assertThat(helpdesk.find(id).state()).isEqualTo(ConversationState.ACTIVE);
        agentSays(id, "d");
        ending.after(Duration.ofSeconds(570));
        ending.after(Duration.ofSeconds(40));

        assertThat(helpdesk.lines(id)).endsWith("idle-warning");
        assertThat(helpdesk.find(id).state()).isEqualTo(ConversationState.ACTIVE);
    }

    @Test
    void nobody_is_warned_while_it_is_the_agents_turn() {
        ConversationId id = watched(new Idle(600, 300, 0));

        ending.after(Duration.ofSeconds(610));
        ending.after(Duration.ofSeconds(610));

        assertThat(helpdesk.lines(id)).containsExactly("你好", "agent-joined");
    }

    @Test
    void without_a_time_to_close_a_visitor_is_warned_once_and_no_more() {
        ConversationId id = watched(new Idle(600, 0, 0));
        agentSays(id, "b");

        ending.after(Duration.ofSeconds(610));
        ending.after(Duration.ofSeconds(610));
        ending.after(Duration.ofSeconds(610));

        assertThat(helpdesk.lines(id)).containsOnlyOnce("idle-warning");
        assertThat(helpdesk.find(id).state()).isEqualTo(ConversationState.ACTIVE);
    }

    @Test
    void an_agent_who_does_not_answer_is_marked_once_for_each_line_that_waits() {
        ConversationId id = watched(new Idle(0, 0, 600));

        ending.after(Duration.ofSeconds(610));
        helpdesk.post(Helpdesk.visitor(7), id, "b", "有人吗");
        ending.after(Duration.ofSeconds(610));
        assertThat(marked).extracting(ConversationUnanswered::seq).containsExactly(1L);
        agentSays(id, "c");
        helpdesk.post(Helpdesk.visitor(7), id, "d", "谢谢");
        ending.after(Duration.ofSeconds(610));
        ending.after(Duration.ofSeconds(610));

        assertThat(marked).extracting(ConversationUnanswered::seq).containsExactly(1L, 5L);
        assertThat(helpdesk.find(id).state()).isEqualTo(ConversationState.ACTIVE);
    }

    @Test
    void rules_that_change_are_in_force_at_once() {
        ConversationId id = ending.active(7);
        agentSays(id, "b");
        helpdesk.clock.forward(Duration.ofSeconds(1_000));

        ending.rules(asks(), new Idle(600, 300, 0), noWrapUp(), 0);
        ending.after(Duration.ZERO);

        assertThat(helpdesk.lines(id)).endsWith("idle-warning");
        ending.rules(asks(), neverIdle(), noWrapUp(), 0);
        ending.after(Duration.ofSeconds(310));
        assertThat(helpdesk.find(id).state()).isEqualTo(ConversationState.ACTIVE);
        assertThat(helpdesk.tables.timers().next()).isEmpty();
    }

    @Test
    void timers_outlive_the_server(TestDatabase database) {
        ConversationId id = watched(new Idle(600, 300, 0));
        agentSays(id, "b");
        ending.after(Duration.ofSeconds(610));
        helpdesk.close();

        Helpdesk again = new Helpdesk(database, 1);
        again.clock.forward(Duration.ofSeconds(1_200));
        again.alarms.actOnAll();

        assertThat(again.find(id).state()).isEqualTo(ConversationState.CLOSED);
        again.close();
    }

    @Test
    void what_a_crash_left_without_timers_gets_them_at_the_start(TestDatabase database) {
        ConversationId id = watched(new Idle(600, 300, 0));
        agentSays(id, "b");
        helpdesk.tables.timers().remove(id.value(), Kind.IDLE);
        helpdesk.close();

        Helpdesk again = new Helpdesk(database, 1);

        await().until(() -> again.tables.timers().find(id.value(), Kind.IDLE).isPresent());
        again.close();
    }
}
