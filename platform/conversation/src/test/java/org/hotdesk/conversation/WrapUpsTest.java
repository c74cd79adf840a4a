package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.conversation.Ending.asks;
import static org.hotdesk.conversation.Ending.neverIdle;
import static org.hotdesk.conversation.Ending.refused;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Categories;
import org.hotdesk.api.conversation.Category;
import org.hotdesk.api.conversation.CategoryId;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationFilter;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.EndingRules.WrappingUp;
import org.hotdesk.api.conversation.Rating;
import org.hotdesk.api.conversation.WrapUp;
import org.hotdesk.api.routing.TrackRecord;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.desk.Desk;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

@OnBothDatabases
class WrapUpsTest {
    private Helpdesk helpdesk;
    private Ending ending;
    private AgentId agent;

    @BeforeEach
    void open(TestDatabase database) {
        helpdesk = new Helpdesk(database, 1);
        ending = new Ending(helpdesk);
        agent = helpdesk.agent(1, Presence.ONLINE, 2);
        helpdesk.categories.add(Ending.BOSS, details(Optional.empty(), "returns", "退货", "Returns"));
    }

    @AfterEach
    void close() {
        helpdesk.close();
    }

    private static Categories.Details details(
            Optional<CategoryId> parent, String code, String zhCn, String en) {
        return new Categories.Details(parent, code, new Words(zhCn, en), 0);
    }

    private ConversationId ended(boolean counts, int limit) {
        ending.rules(asks(), neverIdle(), new WrappingUp(true, counts, limit), 0);
        ConversationId id = ending.active(7);
        helpdesk.close(id);
        return id;
    }

    private Conversation finish(Actor actor, ConversationId id) {
        return helpdesk.wrapUps.finish(actor, id, Optional.of("returns"), "已安排退货");
    }

    @Test
    void after_the_end_its_agent_says_what_it_was_about() {
        ConversationId id = ended(true, 0);
        assertThat(helpdesk.find(id).state()).isEqualTo(ConversationState.WRAP_UP);
        assertThat(ending.load()).isEqualTo(1);

        Conversation closed = finish(Desk.actor(agent), id);

        assertThat(closed.state()).isEqualTo(ConversationState.CLOSED);
        assertThat(closed.category()).hasValue("returns");
        assertThat(ending.load()).isZero();
        WrapUp said = helpdesk.wrapUps.find(Ending.BOSS, id).orElseThrow();
        assertThat(said.summary()).isEqualTo("已安排退货");
        assertThat(said.finishedAt()).isPresent();
        assertThat(finish(Desk.actor(agent), id)).isEqualTo(closed);
        assertThat(ending.load()).isZero();
        refused(
                () -> helpdesk.wrapUps.finish(Ending.BOSS, id, Optional.empty(), "other"),
                "not-in-wrap-up");
    }

    @Test
    void a_wrap_up_that_does_not_count_leaves_the_agent_free() {
        ConversationId id = ended(false, 0);

        assertThat(ending.load()).isZero();
        finish(Desk.actor(agent), id);
        assertThat(ending.load()).isZero();
    }

    @Test
    void only_its_agent_or_a_supervisor_finishes_it() {
        ConversationId id = ended(true, 0);
        Actor other = Desk.actor(helpdesk.agent(2, Presence.AWAY, 1));

        refused(() -> finish(other, id), "conversation-not-found");
        refused(() -> finish(Helpdesk.visitor(7), id), "conversation-not-found");
        assertThat(helpdesk.wrapUps.find(Helpdesk.visitor(7), id)).isEmpty();
        refused(
                () -> helpdesk.wrapUps.finish(Ending.BOSS, id, Optional.of("nothing"), ""),
                "category-unknown");

        assertThat(finish(Ending.BOSS, id).state()).isEqualTo(ConversationState.CLOSED);
    }

    @Test
    void supervisors_find_what_is_being_wrapped_up() {
        ConversationId id = ended(true, 0);

        assertThat(
                        helpdesk.conversations
                                .list(
                                        Ending.BOSS,
                                        ConversationFilter.in(ConversationState.WRAP_UP),
                                        Optional.empty(),
                                        10)
                                .items())
                .extracting(Conversation::id)
                .containsExactly(id);
    }

    @Test
    void time_ends_it_where_nobody_does() {
        ConversationId id = ended(true, 1_200);

        ending.after(Duration.ofSeconds(1_150));
        assertThat(helpdesk.find(id).state()).isEqualTo(ConversationState.WRAP_UP);
        ending.after(Duration.ofSeconds(60));

        assertThat(helpdesk.find(id).state()).isEqualTo(ConversationState.CLOSED);
        assertThat(ending.load()).isZero();
        assertThat(helpdesk.wrapUps.find(Ending.BOSS, id).orElseThrow().finishedBy())
                .hasValue("wrap-up");
    }

    @Test
    void what_the_agent_achieved_counts_under_the_category_of_the_wrap_up() {
        ConversationId id = ended(true, 0);
        helpdesk.conversations.rate(Helpdesk.visitor(7), id, new Rating(5, ""));

        finish(Desk.actor(agent), id);

        StoredRecords records = new StoredRecords(helpdesk.tables);
        TrackRecord once = new TrackRecord(agent, 1, 1, 1, 1, 0);
        assertThat(records.sum("returns", 1)).containsExactly(once);
        assertThat(records.sum("", 1)).containsExactly(once);
    }

    @Test
    void categories_are_a_tree_of_three_levels() {
        Category top = helpdesk.categories.list().getFirst();
        Category second = add(top, "size");
        Category third = add(second, "too-small");

        refused(() -> add(third, "fourth"), "too-deep");
        refused(() -> add(second, "size"), "code-taken");
        refused(() -> helpdesk.categories.remove(Ending.BOSS, top.id()), "category-not-empty");
        refused(
                () ->
                        helpdesk.categories.change(
                                Ending.BOSS,
                                top.id(),
                                top.version(),
                                details(Optional.of(third.id()), "returns", "退", "R")),
                "category-circle");
        refused(
                () ->
                        helpdesk.categories.change(
                                Ending.BOSS,
                                top.id(),
                                top.version() + 1,
                                details(Optional.empty(), "returns", "退", "R")),
                "category-changed");
        helpdesk.categories.remove(Ending.BOSS, third.id());
        assertThat(helpdesk.categories.list()).containsExactly(top, second);
    }

    @Test
    void visitors_change_no_category() {
        refused(
                () ->
                        helpdesk.categories.add(
                                Helpdesk.visitor(1), details(Optional.empty(), "x", "x", "x")),
                "permission-missing");
    }

    private Category add(Category under, String code) {
        return helpdesk.categories.add(
                Ending.BOSS, details(Optional.of(under.id()), code, code, code));
    }
}
