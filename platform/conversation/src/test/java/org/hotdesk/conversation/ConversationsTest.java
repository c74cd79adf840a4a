package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Page;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationFilter;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.conversation.Rating;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.desk.Desk;
import org.hotdesk.desk.DeskTable;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

@OnBothDatabases
class ConversationsTest {
    private Helpdesk helpdesk;

    @BeforeEach
    void open(TestDatabase database) {
        helpdesk = new Helpdesk(database, 1);
    }

    @AfterEach
    void close() {
        helpdesk.close();
    }

    private Conversation awaitState(ConversationId id, ConversationState state) {
        await().until(() -> helpdesk.find(id).state() == state);
        return helpdesk.find(id);
    }

    @Test
    void a_conversation_waits_when_nobody_is_free() {
        helpdesk.agent(1, Presence.AWAY, 3);

        Conversation conversation = helpdesk.open(7, "a", "你好");

        assertThat(conversation.state()).isEqualTo(ConversationState.QUEUED);
        assertThat(conversation.lastSeq()).isEqualTo(1);
        assertThat(conversation.unread()).isEqualTo(1);
        assertThat(helpdesk.conversations.position(Helpdesk.visitor(7), conversation.id()))
                .hasValue(1);
    }

    @Test
    void a_waiting_conversation_goes_to_the_agent_who_comes() {
        AgentId agent = helpdesk.agent(1, Presence.OFFLINE, 3);
        ConversationId id = helpdesk.open(7, "a", "hello").id();

        helpdesk.presence(agent, Presence.ONLINE);

        Conversation active = awaitState(id, ConversationState.ACTIVE);
        assertThat(active.agent()).hasValue(agent);
        assertThat(helpdesk.lines(id)).containsExactly("hello", "agent-joined");
    }

    @Test
    void those_who_came_first_are_served_first() {
        AgentId agent = helpdesk.agent(1, Presence.OFFLINE, 1);
        ConversationId first = helpdesk.open(1, "a", "first").id();
        ConversationId second = helpdesk.open(2, "a", "second").id();
        assertThat(helpdesk.conversations.position(Helpdesk.visitor(2), second)).hasValue(2);

        helpdesk.presence(agent, Presence.ONLINE);
        awaitState(first, ConversationState.ACTIVE);
        assertThat(helpdesk.find(second).state()).isEqualTo(ConversationState.QUEUED);

        helpdesk.close(first);
        awaitState(second, ConversationState.ACTIVE);
    }

    @Test
    void a_message_sent_twice_is_one_message() {
        ConversationId id = helpdesk.open(7, "a", "one").id();

        Message once = helpdesk.post(Helpdesk.visitor(7), id, "b", "two");
        Message twice = helpdesk.post(Helpdesk.visitor(7), id, "b", "two");

        assertThat(twice).isEqualTo(once);
        assertThat(helpdesk.lines(id)).containsExactly("one", "two");
    }

    @Test
    void a_message_sent_again_after_the_end_is_still_the_one_that_was_written() {
        ConversationId id = helpdesk.open(7, "a", "one").id();
        Message written = helpdesk.post(Helpdesk.visitor(7), id, "b", "two");
        helpdesk.close(id);

        assertThat(helpdesk.post(Helpdesk.visitor(7), id, "b", "two")).isEqualTo(written);
        assertThatThrownBy(() -> helpdesk.post(Helpdesk.visitor(7), id, "c", "three"))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo("conversation-closed"));
    }

    @Test
    void the_client_id_of_somebody_else_gives_nothing_away() {
        AgentId agent = helpdesk.agent(1, Presence.ONLINE, 3);
        ConversationId id = helpdesk.open(7, "a", "one").id();
        awaitState(id, ConversationState.ACTIVE);

        assertThatThrownBy(() -> helpdesk.post(Desk.actor(agent), id, "a", "mine"))
                .hasMessageContaining("choose another");
        assertThatThrownBy(() -> helpdesk.post(Helpdesk.visitor(8), id, "a", "mine"))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.category()).isEqualTo(Fault.Category.NOT_FOUND));
    }

    @Test
    void a_visitor_has_one_open_conversation() {
        Conversation first = helpdesk.open(7, "a", "one");
        Conversation second = helpdesk.open(7, "b", "two");

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(helpdesk.lines(first.id())).containsExactly("one", "two");
    }

    @Test
    void an_opening_sent_again_opens_nothing_even_after_the_end() {
        ConversationId id = helpdesk.open(7, "a", "one").id();
        assertThat(helpdesk.open(7, "a", "one").id()).isEqualTo(id);
        helpdesk.close(id);

        assertThat(helpdesk.open(7, "a", "one").id()).isEqualTo(id);
        assertThat(helpdesk.lines(id)).containsExactly("one", "closed-by-agent");
        assertThat(helpdesk.open(7, "b", "again").id()).isNotEqualTo(id);
    }

    @Test
    void an_agent_who_goes_leaves_nobody_alone() {
        AgentId gone = helpdesk.agent(1, Presence.ONLINE, 3);
        AgentId other = helpdesk.agent(2, Presence.OFFLINE, 3);
        ConversationId id = helpdesk.open(7, "a", "hello").id();
        awaitState(id, ConversationState.ACTIVE);

        helpdesk.presence(gone, Presence.OFFLINE);
        awaitState(id, ConversationState.QUEUED);
        helpdesk.presence(other, Presence.ONLINE);

        assertThat(awaitState(id, ConversationState.ACTIVE).agent()).hasValue(other);
        assertThat(helpdesk.lines(id))
                .containsExactly("hello", "agent-joined", "agent-left", "agent-joined");
        assertThat(helpdesk.desk.rows())
                .extracting(DeskTable.DeskRow::loadNow)
                .containsExactly(0, 1);
    }

    @Test
    void a_visitor_who_leaves_the_queue_has_abandoned_it() {
        ConversationId id = helpdesk.open(7, "a", "hello").id();

        Conversation left = helpdesk.conversations.close(Helpdesk.visitor(7), id, Optional.empty());

        assertThat(left.state()).isEqualTo(ConversationState.ABANDONED);
        assertThat(helpdesk.conversations.current(Helpdesk.visitor(7))).isEmpty();
    }

    @Test
    void a_conversation_ends_once_with_its_category() {
        AgentId agent = helpdesk.agent(1, Presence.ONLINE, 3);
        ConversationId id = helpdesk.open(7, "a", "hello").id();
        awaitState(id, ConversationState.ACTIVE);

        Conversation closed =
                helpdesk.conversations.close(Desk.actor(agent), id, Optional.of(" 物流 "));
        Conversation again =
                helpdesk.conversations.close(Desk.actor(agent), id, Optional.of("other"));

        assertThat(closed.category()).hasValue("物流");
        assertThat(again).isEqualTo(closed);
        assertThat(helpdesk.desk.rows().getFirst().loadNow()).isZero();
    }

    @Test
    void a_conversation_is_rated_once_and_after_its_end() {
        ConversationId id = helpdesk.open(7, "a", "hello").id();
        Rating good = new Rating(5, "谢谢");
        Actor.Visitor visitor = Helpdesk.visitor(7);

        assertThatThrownBy(() -> helpdesk.conversations.rate(visitor, id, good))
                .hasMessageContaining("after its end");
        helpdesk.close(id);
        assertThat(helpdesk.conversations.rate(visitor, id, good).rating()).hasValue(good);
        assertThat(helpdesk.conversations.rate(visitor, id, good).rating()).hasValue(good);
        assertThatThrownBy(() -> helpdesk.conversations.rate(visitor, id, new Rating(1, "")))
                .hasMessageContaining("already");
    }

    @Test
    void reading_goes_forward_only_and_empties_what_is_unread() {
        AgentId agent = helpdesk.agent(1, Presence.ONLINE, 3);
        ConversationId id = helpdesk.open(7, "a", "one").id();
        awaitState(id, ConversationState.ACTIVE);
        helpdesk.post(Helpdesk.visitor(7), id, "b", "two");

        helpdesk.conversations.read(Desk.actor(agent), id, 1);
        await().until(() -> helpdesk.find(id).agentRead() == 1);
        assertThat(helpdesk.find(id).unread()).isEqualTo(1);
        helpdesk.conversations.read(Desk.actor(agent), id, 99);
        await().until(() -> helpdesk.find(id).agentRead() == 3);
        assertThat(helpdesk.find(id).unread()).isZero();
        helpdesk.conversations.read(Desk.actor(agent), id, 2);
        helpdesk.post(Helpdesk.visitor(7), id, "c", "three");
        assertThat(helpdesk.find(id).agentRead()).isEqualTo(3);
        assertThat(helpdesk.find(id).unread()).isEqualTo(1);
    }

    @Test
    void strangers_know_of_nothing() {
        AgentId stranger = helpdesk.agent(1, Presence.AWAY, 3);
        AgentId owner = helpdesk.agent(2, Presence.ONLINE, 3);
        ConversationId id = helpdesk.open(7, "a", "hello").id();
        awaitState(id, ConversationState.ACTIVE);

        assertThat(helpdesk.conversations.find(Desk.actor(owner), id).id()).isEqualTo(id);
        for (Actor actor : List.of(Desk.actor(stranger), Helpdesk.visitor(8))) {
            assertThatThrownBy(() -> helpdesk.conversations.find(actor, id))
                    .hasMessageContaining("There is no conversation");
            assertThatThrownBy(() -> helpdesk.conversations.after(actor, id, 0, 10))
                    .hasMessageContaining("There is no conversation");
            assertThatThrownBy(() -> helpdesk.conversations.close(actor, id, Optional.empty()))
                    .hasMessageContaining("There is no conversation");
            assertThat(
                            helpdesk.conversations
                                    .list(
                                            actor,
                                            ConversationFilter.in(ConversationState.ACTIVE),
                                            Optional.empty(),
                                            10)
                                    .items())
                    .isEmpty();
        }
    }

    @Test
    void lists_go_on_page_by_page() {
        for (int visitor = 1; visitor <= 5; visitor++) {
            helpdesk.open(visitor, "a", "hello " + visitor);
        }
        Actor boss = new Actor.Platform("test");
        ConversationFilter queue = ConversationFilter.in(ConversationState.QUEUED);
        Page<Conversation> first = helpdesk.conversations.list(boss, queue, Optional.empty(), 3);
        Page<Conversation> second = helpdesk.conversations.list(boss, queue, first.next(), 3);

        assertThat(first.items()).extracting(c -> c.visitor().value()).containsExactly(1L, 2L, 3L);
        assertThat(second.items()).extracting(c -> c.visitor().value()).containsExactly(4L, 5L);
        assertThat(second.next()).isEmpty();
        ConversationFilter all = ConversationFilter.in();
        assertThat(helpdesk.conversations.list(boss, all, Optional.empty(), 2).items())
                .extracting(c -> c.visitor().value())
                .containsExactly(5L, 4L);
        assertThatThrownBy(() -> helpdesk.conversations.list(boss, all, Optional.of("nonsense"), 2))
                .isInstanceOf(Fault.class);
    }

    @Test
    void older_lines_come_in_their_order() {
        ConversationId id = helpdesk.open(7, "a", "1").id();
        for (int line = 2; line <= 6; line++) {
            helpdesk.post(Helpdesk.visitor(7), id, "c" + line, Integer.toString(line));
        }
        assertThat(helpdesk.conversations.before(Helpdesk.visitor(7), id, 5, 2))
                .extracting(Message::text)
                .containsExactly("3", "4");
        assertThat(helpdesk.conversations.after(Helpdesk.visitor(7), id, 4, 10))
                .extracting(Message::text)
                .containsExactly("5", "6");
    }

    @Test
    void a_bad_message_fails_alone_in_words() {
        ConversationId id = helpdesk.open(7, "a", "hello").id();

        assertThatThrownBy(() -> helpdesk.post(Helpdesk.visitor(7), id, "b", "  "))
                .hasMessage("Write something first.");
        assertThatThrownBy(() -> helpdesk.post(Helpdesk.visitor(7), id, "x y", "text"))
                .isInstanceOf(Fault.class);
        assertThatThrownBy(() -> helpdesk.post(Helpdesk.visitor(7), id, "b", "字".repeat(5_001)))
                .hasMessageContaining("5,000");
        assertThat(helpdesk.post(Helpdesk.visitor(7), id, "b", "字".repeat(5_000)).seq())
                .isEqualTo(2);
    }
}
