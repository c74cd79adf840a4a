package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Draft;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.conversation.SensitiveWords.WordList;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.desk.Desk;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

@OnBothDatabases
class SensitiveWordsTest {
    private static final Actor BOSS = new Actor.Platform("test");
    private static final Actor VISITOR = Helpdesk.visitor(7);

    private Helpdesk helpdesk;

    @BeforeEach
    void open(TestDatabase database) {
        helpdesk = new Helpdesk(database, 1);
    }

    @AfterEach
    void close() {
        helpdesk.close();
    }

    private static WordList words(List<String> block, List<String> warn, boolean visitors) {
        return new WordList(0, block, warn, true, visitors, "", Instant.EPOCH);
    }

    private Message say(ConversationId id, String clientId, String text, boolean confirmed) {
        try {
            return helpdesk.conversations
                    .post(
                            VISITOR,
                            id,
                            new Draft(
                                    clientId, text, Optional.empty(), Optional.empty(), confirmed))
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException failed) {
            throw (Fault) failed.getCause();
        }
    }

    private static void refused(Runnable act, String code) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    @Test
    void a_blocked_word_is_not_taken_and_a_warned_one_once_it_is_confirmed() {
        ConversationId id = helpdesk.open(7, "a", "你好").id();
        helpdesk.words.change(BOSS, 0, words(List.of("代开发票"), List.of("Refund"), true));

        refused(() -> say(id, "b", "可以代开 发票吗，代开發票，代开发票", true), "sensitive-words");
        refused(() -> say(id, "c", "I want a refund", false), "sensitive-words-warning");
        assertThat(say(id, "c", "I want a refund", true).seq()).isEqualTo(2);
        refused(() -> helpdesk.open(8, "a", "代开发票"), "sensitive-words");
    }

    @Test
    void a_message_that_was_taken_stays_taken_whatever_the_list_says_now() {
        ConversationId id = helpdesk.open(7, "a", "你好").id();
        Message before = say(id, "b", "free money", false);
        helpdesk.words.change(BOSS, 0, words(List.of("free money"), List.of(), true));

        assertThat(say(id, "b", "free money", false)).isEqualTo(before);
    }

    @Test
    void what_visitors_write_is_looked_at_only_when_the_list_says_so() {
        ConversationId id = helpdesk.open(7, "a", "你好").id();
        helpdesk.words.change(BOSS, 0, words(List.of("free money"), List.of(), false));

        assertThat(say(id, "b", "free money", false).seq()).isEqualTo(2);
    }

    @Test
    void a_list_is_kept_folded_and_each_word_once() {
        WordList kept =
                helpdesk.words.change(
                        BOSS,
                        0,
                        words(List.of(" ＡＢＣ ", "abc", "", "发票"), List.of("abc", "ok"), true));

        assertThat(kept.block()).containsExactly("abc", "发票");
        assertThat(kept.warn()).containsExactly("ok");
        assertThat(helpdesk.words.list(BOSS)).isEqualTo(kept);
        assertThat(helpdesk.words.find("ABC ok").blocked()).containsExactly("abc");
        refused(() -> helpdesk.words.change(BOSS, 0, kept), "sensitive-words-changed");
        assertThat(helpdesk.words.change(BOSS, 1, kept).revision()).isEqualTo(2);
    }

    @Test
    void only_who_may_sees_and_changes_the_list() {
        Actor agent = Desk.actor(new AgentId(1));

        refused(() -> helpdesk.words.list(agent), "permission-missing");
        refused(
                () -> helpdesk.words.change(VISITOR, 0, words(List.of(), List.of(), true)),
                "permission-missing");
    }
}
