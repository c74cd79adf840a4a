package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Conversations that begin at the same moment are written together. */
@OnBothDatabases
class OpeningTest {
    private static final int VISITORS = 40;

    private Helpdesk helpdesk;

    @BeforeEach
    void open(TestDatabase database) {
        helpdesk = new Helpdesk(database, 1);
    }

    @AfterEach
    void close() {
        helpdesk.close();
    }

    private CompletableFuture<Conversation> opening(long visitor, String clientId) {
        return CompletableFuture.supplyAsync(
                () -> helpdesk.open(visitor, clientId, "from " + visitor + clientId),
                Thread::startVirtualThread);
    }

    @Test
    void everybody_gets_the_conversation_that_they_began() {
        List<CompletableFuture<Conversation>> openings = new ArrayList<>();
        for (long visitor = 1; visitor <= VISITORS; visitor++) {
            openings.add(opening(visitor, "a"));
        }
        var ids = new HashSet<ConversationId>();
        for (int i = 0; i < VISITORS; i++) {
            Conversation begun = openings.get(i).join();
            ids.add(begun.id());
            assertThat(begun).isEqualTo(helpdesk.find(begun.id()));
            assertThat(begun.visitor().value()).isEqualTo(i + 1);
            assertThat(helpdesk.lines(begun.id())).containsExactly("from " + (i + 1) + "a");
        }
        assertThat(ids).hasSize(VISITORS);
    }

    @Test
    void who_begins_twice_at_once_has_one_conversation_and_keeps_nobody_from_theirs() {
        for (int round = 0; round < 5; round++) {
            List<CompletableFuture<Conversation>> openings = new ArrayList<>();
            long first = 1 + 10L * round;
            for (long visitor = first; visitor < first + 10; visitor++) {
                openings.add(opening(visitor, "a"));
                openings.add(opening(visitor, "b"));
            }
            for (int i = 0; i < openings.size(); i += 2) {
                ConversationId one = openings.get(i).join().id();
                assertThat(openings.get(i + 1).join().id()).isEqualTo(one);
                long visitor = first + i / 2;
                assertThat(helpdesk.lines(one))
                        .containsExactlyInAnyOrder(
                                "from " + visitor + "a", "from " + visitor + "b");
            }
        }
    }

    @Test
    void what_is_told_of_an_assignment_is_what_is_kept() {
        AgentId agent = helpdesk.agent(1, Presence.ONLINE, VISITORS);
        List<CompletableFuture<Conversation>> openings = new ArrayList<>();
        for (long visitor = 1; visitor <= VISITORS; visitor++) {
            openings.add(opening(visitor, "a"));
        }
        for (var opening : openings) {
            ConversationId id = opening.join().id();
            await().until(() -> helpdesk.find(id).state() == ConversationState.ACTIVE);
            Conversation kept = helpdesk.find(id);
            assertThat(kept.agent()).hasValue(agent);
            assertThat(helpdesk.assigned(id)).isEqualTo(kept);
        }
    }
}
