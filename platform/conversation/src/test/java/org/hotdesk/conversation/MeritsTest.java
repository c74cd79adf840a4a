package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Rating;
import org.hotdesk.api.routing.TrackRecord;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Optional;

@OnBothDatabases
class MeritsTest {
    private static final Actor BOSS = new Actor.Platform("test");

    private Helpdesk helpdesk;
    private StoredRecords records;
    private AgentId agent;

    @BeforeEach
    void open(TestDatabase database) {
        helpdesk = new Helpdesk(database, 1);
        records = new StoredRecords(helpdesk.tables);
        agent = helpdesk.agent(1, Presence.ONLINE, 5);
    }

    @AfterEach
    void close() {
        helpdesk.close();
    }

    private Conversation handled(long visitor, String clientId, String category) {
        Conversation opened = helpdesk.open(visitor, clientId, "hello");
        await().until(() -> helpdesk.find(opened.id()).state() == ConversationState.ACTIVE);
        return helpdesk.conversations.close(BOSS, opened.id(), Optional.of(category));
    }

    @Test
    void what_an_agent_does_is_counted_by_category_and_in_all() {
        handled(1, "a", "Returns");
        Conversation rated = handled(2, "a", "returns");
        helpdesk.conversations.rate(Helpdesk.visitor(2), rated.id(), new Rating(4, ""));
        Conversation bad = handled(3, "a", "delivery");
        helpdesk.conversations.rate(Helpdesk.visitor(3), bad.id(), new Rating(3, ""));

        assertThat(records.sum("returns", 1))
                .containsExactly(new TrackRecord(agent, 2, 2, 1, 1, 0));
        assertThat(records.sum("delivery", 1))
                .containsExactly(new TrackRecord(agent, 1, 1, 1, 0, 0));
        assertThat(records.sum("", 30)).containsExactly(new TrackRecord(agent, 3, 3, 2, 1, 0));
        assertThat(records.of("returns", 30)).isEqualTo(records.sum("returns", 1));
    }

    @Test
    void who_comes_back_within_a_day_was_not_helped() {
        handled(1, "a", "returns");
        handled(1, "b", "returns");

        assertThat(records.sum("returns", 1))
                .containsExactly(new TrackRecord(agent, 2, 1, 0, 0, 0));
    }

    @Test
    void an_order_counts_once_before_the_end_or_after() {
        Conversation open = helpdesk.open(1, "a", "hello");
        await().until(() -> helpdesk.find(open.id()).state() == ConversationState.ACTIVE);
        records.converted(BOSS, open.id());
        records.converted(BOSS, open.id());
        helpdesk.close(open.id());
        Conversation ended = handled(2, "a", "returns");
        records.converted(BOSS, ended.id());
        records.converted(BOSS, ended.id());

        assertThat(records.sum("", 1)).containsExactly(new TrackRecord(agent, 2, 2, 0, 0, 2));
        assertThat(records.sum("returns", 1))
                .containsExactly(new TrackRecord(agent, 1, 1, 0, 0, 1));
    }

    @Test
    void who_leaves_the_queue_counts_for_nobody() {
        helpdesk.presence(agent, Presence.AWAY);
        Conversation opened = helpdesk.open(1, "a", "hello");
        helpdesk.conversations.close(Helpdesk.visitor(1), opened.id(), Optional.empty());

        assertThat(records.sum("", 1)).isEmpty();
    }
}
