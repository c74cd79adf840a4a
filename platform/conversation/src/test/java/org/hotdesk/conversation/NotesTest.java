package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Draft;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.conversation.Note;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.desk.Desk;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

@OnBothDatabases
class NotesTest {
    private static final Actor VISITOR = Helpdesk.visitor(7);

    private Helpdesk helpdesk;
    private Actor agent = Helpdesk.visitor(0);
    private ConversationId id = new ConversationId(0);

    @BeforeEach
    void talk(TestDatabase database) {
        helpdesk = new Helpdesk(database, 1);
        AgentId first = helpdesk.agent(1, Presence.ONLINE, 3);
        agent = Desk.actor(first);
        id = helpdesk.open(7, "a", "你好").id();
        await().until(() -> helpdesk.find(id).state() == ConversationState.ACTIVE);
    }

    @AfterEach
    void close() {
        helpdesk.close();
    }

    private Note note(String clientId, String text) {
        return helpdesk.notes.write(agent, id, new Draft(clientId, text));
    }

    private static void refused(Runnable act, String code) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    @Test
    void a_note_changes_nothing_that_a_visitor_sees() {
        Conversation before = helpdesk.find(id);
        List<Message> lines = helpdesk.conversations.after(VISITOR, id, 0, 500);

        Note note = note("n", "老客户，小心");

        assertThat(note.number()).isEqualTo(1);
        assertThat(note.after()).isEqualTo(2);
        assertThat(helpdesk.notes.list(agent, id)).containsExactly(note);
        assertThat(helpdesk.find(id)).isEqualTo(before);
        assertThat(helpdesk.conversations.after(VISITOR, id, 0, 500)).isEqualTo(lines);
        assertThat(helpdesk.conversations.before(VISITOR, id, 100, 500)).isEqualTo(lines);
    }

    @Test
    void to_a_visitor_there_are_no_notes() {
        note("n", "secret");

        refused(() -> helpdesk.notes.list(VISITOR, id), "conversation-not-found");
        refused(() -> helpdesk.notes.recall(VISITOR, id, 1), "conversation-not-found");
        refused(
                () -> helpdesk.notes.write(VISITOR, id, new Draft("x", "mine")),
                "conversation-not-found");
    }

    @Test
    void an_agent_who_may_not_read_the_conversation_has_no_notes_of_it() {
        Actor stranger = Desk.actor(helpdesk.agent(2, Presence.AWAY, 3));

        refused(() -> helpdesk.notes.list(stranger, id), "conversation-not-found");
    }

    @Test
    void a_note_sent_twice_is_one_note_and_the_next_is_counted_on() {
        Note once = note("n", "one");

        assertThat(note("n", "one")).isEqualTo(once);
        assertThat(note("m", "two").number()).isEqualTo(2);
    }

    @Test
    void a_note_is_written_after_the_end_too() {
        helpdesk.close(id);

        assertThat(note("n", "wrap-up").number()).isEqualTo(1);
    }

    @Test
    void a_note_taken_back_keeps_its_place_and_loses_its_text() {
        note("n", "wrong window");

        Note gone = helpdesk.notes.recall(agent, id, 1);

        assertThat(gone.recalled()).isTrue();
        assertThat(gone.text()).isEmpty();
        assertThat(helpdesk.notes.list(agent, id)).containsExactly(gone);
    }

    @Test
    void what_is_taken_back_is_erased_and_a_line_says_so() {
        helpdesk.post(VISITOR, id, "b", "my password is 1234");

        Message gone = helpdesk.conversations.recall(VISITOR, id, 3);

        assertThat(gone.kind()).isEqualTo(Message.Kind.RECALLED);
        assertThat(helpdesk.lines(id)).containsExactly("你好", "agent-joined", "", "3");
        assertThat(helpdesk.conversations.after(agent, id, 3, 10))
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.kind()).isEqualTo(Message.Kind.RECALL);
                            assertThat(line.author()).isEqualTo(gone.author());
                        });
        Conversation now = helpdesk.find(id);
        assertThat(now.lastSeq()).isEqualTo(4);
        assertThat(now.last().map(Conversation.Last::text)).hasValue("你好");
        assertThat(now.unread()).isEqualTo(1);
    }

    @Test
    void a_recall_counts_as_nothing_unread() {
        helpdesk.post(VISITOR, id, "b", "two");
        helpdesk.conversations.recall(VISITOR, id, 3);

        helpdesk.conversations.read(agent, id, 1);

        await().until(() -> helpdesk.find(id).unread() == 0);
    }

    @Test
    void a_line_is_taken_back_once() {
        helpdesk.post(VISITOR, id, "b", "two");
        Message gone = helpdesk.conversations.recall(VISITOR, id, 3);

        assertThat(helpdesk.conversations.recall(VISITOR, id, 3)).isEqualTo(gone);
        assertThat(helpdesk.find(id).lastSeq()).isEqualTo(4);
        assertThat(helpdesk.post(VISITOR, id, "b", "two")).isEqualTo(gone);
    }

    @Test
    void only_its_author_takes_a_line_back() {
        refused(() -> helpdesk.conversations.recall(agent, id, 1), "not-your-message");
        refused(() -> helpdesk.conversations.recall(VISITOR, id, 2), "not-your-message");
        refused(
                () -> helpdesk.conversations.recall(Helpdesk.visitor(8), id, 1),
                "conversation-not-found");
        refused(() -> helpdesk.conversations.recall(VISITOR, id, 99), "message-not-found");
    }

    @Test
    void after_two_minutes_or_after_the_end_it_is_too_late() {
        helpdesk.clock.forward(Duration.ofSeconds(121));
        refused(() -> helpdesk.conversations.recall(VISITOR, id, 1), "recall-too-late");

        helpdesk.post(VISITOR, id, "b", "two");
        helpdesk.close(id);
        refused(() -> helpdesk.conversations.recall(VISITOR, id, 3), "conversation-closed");
    }
}
