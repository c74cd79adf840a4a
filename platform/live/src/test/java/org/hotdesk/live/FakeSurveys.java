package org.hotdesk.live;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.EndingRules;
import org.hotdesk.api.conversation.Survey;
import org.hotdesk.api.conversation.Surveys;
import org.hotdesk.api.event.SurveyChanged;
import org.hotdesk.api.staff.TeamId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Surveys in memory, told as the event log tells them. */
final class FakeSurveys implements Surveys {
    private static final Instant AT = Instant.parse("2026-11-21T13:29:01.204518Z");

    final List<Answer> answers = new ArrayList<>();
    private final FakeConversations conversations;
    private final Map<ConversationId, Survey> all = new HashMap<>();

    FakeSurveys(FakeConversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public synchronized Survey ask(Actor actor, ConversationId id) {
        var reason = new EndingRules.Reason("slow", new Words("回复慢", "slow answers"), 1, 3);
        var survey =
                new Survey(
                        id,
                        Survey.Form.RATIO,
                        Survey.State.ASKED,
                        Survey.Asker.AGENT,
                        AT,
                        Optional.empty(),
                        AT.plusSeconds(60),
                        List.of(reason),
                        Optional.empty());
        all.put(id, survey);
        conversations.record(new SurveyChanged(survey, conversations.party(actor, id)));
        return survey;
    }

    @Override
    public synchronized Optional<Survey> find(Actor actor, ConversationId id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public synchronized Conversation answer(
            Actor.Visitor visitor, ConversationId id, Answer answer) {
        if (!all.containsKey(id)) {
            throw Fault.of(
                    Fault.Category.CONFLICT,
                    "conversation-open",
                    new Words("会话还在进行。", "It goes on."));
        }
        answers.add(answer);
        return conversations.find(visitor, id);
    }

    @Override
    public Figures figures(Actor actor, Instant from, Instant to, Optional<TeamId> team) {
        throw new UnsupportedOperationException("no figures here");
    }
}
