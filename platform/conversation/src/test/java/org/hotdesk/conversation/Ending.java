package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.assertj.core.api.Assertions;
import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.EndingRules;
import org.hotdesk.api.conversation.EndingRules.Asking;
import org.hotdesk.api.conversation.EndingRules.Idle;
import org.hotdesk.api.conversation.EndingRules.Reason;
import org.hotdesk.api.conversation.EndingRules.Reopening;
import org.hotdesk.api.conversation.EndingRules.WrappingUp;
import org.hotdesk.api.conversation.Survey;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.desk.Desk;
import org.hotdesk.desk.DeskTable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What tests about the end of conversations say and ask of a helpdesk. */
record Ending(Helpdesk helpdesk) {
    static final Actor BOSS = new Actor.Platform("test");
    static final TeamId TEAM = new TeamId(1);
    static final Reason SLOW = new Reason("slow", new Words("回复慢", "slow answers"), 1, 3);
    static final Reason KIND = new Reason("kind", new Words("热情", "kind"), 4, 5);

    EndingRules rules(Asking asking, Idle idle, WrappingUp wrapUp, int reopenSeconds) {
        long version = helpdesk.rules.of(TEAM).version();
        return helpdesk.rules.change(
                BOSS,
                new EndingRules(TEAM, version, asking, idle, wrapUp, new Reopening(reopenSeconds)));
    }

    static Asking asks(Survey.Form form, boolean onClose, boolean byVisitor) {
        return new Asking(form, onClose, byVisitor, List.of(SLOW, KIND), 600, 3_600);
    }

    static Asking asks() {
        return asks(Survey.Form.GRADE, true, true);
    }

    static Idle neverIdle() {
        return new Idle(0, 0, 0);
    }

    static WrappingUp noWrapUp() {
        return new WrappingUp(false, true, 0);
    }

    /** A conversation that an agent has. */
    ConversationId active(long visitor) {
        ConversationId id = helpdesk.open(visitor, "a" + visitor, "你好").id();
        awaitState(id, ConversationState.ACTIVE);
        return id;
    }

    Conversation awaitState(ConversationId id, ConversationState state) {
        await().until(() -> helpdesk.find(id).state() == state);
        return helpdesk.find(id);
    }

    Actor agentOf(ConversationId id) {
        AgentId agent = helpdesk.find(id).agent().orElseThrow();
        return Desk.actor(agent);
    }

    /** Lets time pass, and what fell due happen. */
    void after(Duration time) {
        helpdesk.clock.forward(time);
        helpdesk.alarms.actOnAll();
    }

    int load() {
        return helpdesk.desk.rows().stream().mapToInt(DeskTable.DeskRow::loadNow).sum();
    }

    static void refused(Runnable act, String code) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> Assertions.assertThat(fault.code()).isEqualTo(code));
    }

    Conversation writesAgain(long visitor, String clientId) {
        return helpdesk.open(visitor, clientId, "还有一个问题");
    }

    Optional<Survey> survey(ConversationId id) {
        return helpdesk.surveys.find(BOSS, id);
    }
}
