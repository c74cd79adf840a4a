package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Permission;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.EndingRules;
import org.hotdesk.api.conversation.Rating;
import org.hotdesk.api.conversation.Survey;
import org.hotdesk.api.conversation.Surveys;
import org.hotdesk.api.event.ConversationRated;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.conversation.TimerTable.Kind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The surveys of this server's database. */
@Component(service = {Surveys.class, StoredSurveys.class})
public final class StoredSurveys implements Surveys {
    private static final Duration LONGEST = Duration.ofDays(400);

    private final Tables tables;
    private final Access access;
    private final StoredTeamRules rules;
    private final SurveyBook book;
    private final Timers timers;
    private final Merits merits;

    @Activate
    public StoredSurveys(
            @Reference Tables tables,
            @Reference Access access,
            @Reference StoredTeamRules rules,
            @Reference SurveyBook book,
            @Reference Timers timers) {
        this.tables = tables;
        this.access = access;
        this.rules = rules;
        this.book = book;
        this.timers = timers;
        merits = new Merits(tables.records());
    }

    @Override
    public Survey ask(Actor actor, ConversationId id) {
        access.readable(actor, id);
        return tables.transactions().runAgainOnDeadlock(() -> askLocked(actor, id));
    }

    private Survey askLocked(Actor actor, ConversationId id) {
        ConversationRow row = locked(id);
        requireMayAsk(actor, row);
        if (row.agent().isEmpty()) {
            throw conflict(
                    "nobody-served", "还没有客服接待过该会话。", "No agent has had this conversation yet.");
        }
        if (row.stars().isPresent() && book.of(row).isEmpty()) {
            throw rated();
        }
        Survey.Asker by =
                actor instanceof Actor.Visitor ? Survey.Asker.VISITOR : Survey.Asker.AGENT;
        book.ask(row, by, actor).ifPresent(deed -> tables.events().record(List.of(deed)));
        return book.of(row).orElseThrow();
    }

    private void requireMayAsk(Actor actor, ConversationRow row) {
        boolean may =
                actor instanceof Actor.Visitor
                        ? rules.of(row).survey().byVisitor()
                        : Access.talks(actor, row) || actor.may(Permission.CONVERSATION_MANAGE);
        if (!may) {
            throw Fault.of(
                    Fault.Category.FORBIDDEN,
                    "not-your-conversation",
                    new Words(
                            "只有接待该会话的客服或主管可以邀请评价。",
                            "Only the agent who has this conversation asks for a rating, or a"
                                    + " supervisor."));
        }
    }

    @Override
    public Optional<Survey> find(Actor actor, ConversationId id) {
        return book.of(access.readable(actor, id));
    }

    @Override
    public Conversation answer(Actor.Visitor visitor, ConversationId id, Answer answer) {
        access.readable(visitor, id);
        return tables.transactions()
                .runAgainOnDeadlock(() -> answerLocked(visitor, id, answer))
                .toConversation();
    }

    private ConversationRow answerLocked(Actor.Visitor visitor, ConversationId id, Answer answer) {
        ConversationRow row = locked(id);
        List<Events.Deed> deeds = new ArrayList<>();
        Survey survey = asked(visitor, row, deeds);
        Rating rating = Ratings.checked(survey, answer);
        Optional<Rating> given = row.toConversation().rating();
        if (given.isPresent()) {
            if (given.get().equals(rating) && isSame(survey, answer)) {
                return row;
            }
            throw rated();
        }
        Instant now = tables.now();
        if (!tables.surveys().answer(row.id(), rating.stars(), rating.comment(), now)) {
            throw conflict(
                    "survey-expired",
                    "评价邀请已过期，不能再评价了。",
                    "It is too late to rate this conversation.");
        }
        return keep(row, rating, answer, deeds, visitor);
    }

    private ConversationRow keep(
            ConversationRow row,
            Rating rating,
            Answer answer,
            List<Events.Deed> deeds,
            Actor.Visitor visitor) {
        tables.conversations().rate(row.id(), rating.stars(), rating.comment());
        if (!answer.reasons().isEmpty()) {
            tables.surveys().choose(row.id(), answer.reasons().stream().distinct().toList());
        }
        timers.clear(row.id(), Kind.SURVEY);
        merits.rated(row, rating);
        ConversationRow rated = tables.conversations().find(row.id()).orElseThrow();
        deeds.add(new Events.Deed(visitor, new ConversationRated(rated.toConversation())));
        tables.events().record(deeds);
        return rated;
    }

    /** The survey that is answered; who was not asked asks by answering. */
    private Survey asked(Actor.Visitor visitor, ConversationRow row, List<Events.Deed> deeds) {
        Optional<Survey> known = book.of(row);
        if (known.isPresent()) {
            return known.get();
        }
        if (row.state().isOpen()) {
            throw conflict(
                    "conversation-open", "会话结束后才能评价。", "A conversation is rated after its end.");
        }
        EndingRules.Asking asking = rules.of(row).survey();
        if (!asking.byVisitor()) {
            throw conflict("not-asked", "该会话没有开放评价。", "Nobody asked for a rating here.");
        }
        book.ask(row, Survey.Asker.VISITOR, visitor).ifPresent(deeds::add);
        return book.of(row).orElseThrow();
    }

    private static boolean isSame(Survey survey, Answer answer) {
        return survey.given()
                .map(given -> given.reasons().equals(answer.reasons().stream().sorted().toList()))
                .orElse(true);
    }

    private ConversationRow locked(ConversationId id) {
        return tables.conversations().lock(id.value()).orElseThrow(() -> Access.missing(id));
    }

    private static Fault rated() {
        return conflict(
                "already-rated", "会话已经评价过了，谢谢。", "This conversation is rated already; thank you.");
    }

    private static Fault conflict(String code, String zhCn, String en) {
        return Fault.of(Fault.Category.CONFLICT, code, new Words(zhCn, en));
    }

    @Override
    public Figures figures(Actor actor, Instant from, Instant to, Optional<TeamId> team) {
        actor.require(Permission.CONVERSATION_READ_ALL);
        if (!from.isBefore(to) || from.plus(LONGEST).isBefore(to)) {
            throw Fault.invalid(
                    "to",
                    "period-invalid",
                    new Words("时间范围最多 400 天。", "A period is at most 400 days long."));
        }
        long of = team.map(TeamId::value).orElse(0L);
        return Ratings.figures(
                tables.surveys().scores(from, to, of), tables.surveys().reasons(from, to, of));
    }
}
