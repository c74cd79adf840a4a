package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.conversation.Ending.asks;
import static org.hotdesk.conversation.Ending.neverIdle;
import static org.hotdesk.conversation.Ending.noWrapUp;

import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.EndingRules.WrappingUp;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

@OnBothDatabases
class ReopeningTest {
    private Helpdesk helpdesk;
    private Ending ending;
    private AgentId agent;

    @BeforeEach
    void open(TestDatabase database) {
        helpdesk = new Helpdesk(database, 1);
        ending = new Ending(helpdesk);
        agent = helpdesk.agent(1, Presence.ONLINE, 1);
        ending.rules(asks(), neverIdle(), noWrapUp(), 600);
    }

    @AfterEach
    void close() {
        helpdesk.close();
    }

    private ConversationId ended() {
        ConversationId id = ending.active(7);
        helpdesk.close(id);
        return id;
    }

    @Test
    void who_writes_in_time_comes_back_to_the_same_conversation_and_agent() {
        ConversationId id = ended();

        Conversation again = ending.writesAgain(7, "again");

        assertThat(again.id()).isEqualTo(id);
        assertThat(again.state()).isEqualTo(ConversationState.ACTIVE);
        assertThat(again.agent()).hasValue(agent);
        assertThat(again.closedAt()).isEmpty();
        assertThat(helpdesk.lines(id))
                .containsExactly("你好", "agent-joined", "closed-by-agent", "reopened", "还有一个问题");
        assertThat(ending.load()).isEqualTo(1);
        assertThat(helpdesk.decisions.of(Ending.BOSS, id)).hasSize(2);
    }

    @Test
    void sent_again_it_stays_one() {
        ended();
        Conversation again = ending.writesAgain(7, "again");

        assertThat(ending.writesAgain(7, "again")).isEqualTo(again);
    }

    @Test
    void who_writes_later_begins_another() {
        ConversationId id = ended();
        helpdesk.clock.forward(Duration.ofSeconds(601));

        assertThat(ending.writesAgain(7, "again").id()).isNotEqualTo(id);
    }

    @Test
    void who_left_the_queue_begins_another() {
        helpdesk.presence(agent, Presence.AWAY);
        ConversationId id = helpdesk.open(7, "a", "你好").id();
        helpdesk.conversations.close(Helpdesk.visitor(7), id, java.util.Optional.empty());

        assertThat(ending.writesAgain(7, "again").id()).isNotEqualTo(id);
    }

    @Test
    void it_waits_when_its_agent_cannot_take_it_and_goes_to_whoever_can() {
        ConversationId id = ended();
        helpdesk.presence(agent, Presence.AWAY);

        Conversation again = ending.writesAgain(7, "again");
        assertThat(again.state()).isEqualTo(ConversationState.QUEUED);
        assertThat(again.agent()).isEmpty();
        AgentId other = helpdesk.agent(2, Presence.AWAY, 1);
        helpdesk.presence(other, Presence.ONLINE);

        assertThat(ending.awaitState(id, ConversationState.ACTIVE).agent()).hasValue(other);
    }

    @Test
    void an_agent_who_is_full_does_not_get_it() {
        ConversationId id = ended();
        ending.active(8);

        assertThat(ending.writesAgain(7, "again").state()).isEqualTo(ConversationState.QUEUED);
        assertThat(helpdesk.find(id).agent()).isEmpty();
        assertThat(ending.load()).isEqualTo(1);
    }

    @Test
    void it_comes_back_out_of_the_wrap_up_too() {
        ending.rules(asks(), neverIdle(), new WrappingUp(true, true, 60), 600);
        ConversationId id = ended();
        assertThat(helpdesk.find(id).state()).isEqualTo(ConversationState.WRAP_UP);

        Conversation again = ending.writesAgain(7, "again");

        assertThat(again.id()).isEqualTo(id);
        assertThat(again.state()).isEqualTo(ConversationState.ACTIVE);
        assertThat(ending.load()).isEqualTo(1);
        ending.after(Duration.ofSeconds(100));
        assertThat(helpdesk.find(id).state()).isEqualTo(ConversationState.ACTIVE);
        helpdesk.close(id);
        assertThat(helpdesk.find(id).state()).isEqualTo(ConversationState.WRAP_UP);
    }

    @Test
    void a_conversation_that_ended_twice_was_handled_once() {
        ConversationId id = ended();
        ending.writesAgain(7, "again");
        helpdesk.close(id);

        assertThat(new StoredRecords(helpdesk.tables).sum("", 1))
                .singleElement()
                .satisfies(sum -> assertThat(sum.handled()).isEqualTo(1));
    }
}
