package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.EndingRules;
import org.hotdesk.api.conversation.Survey;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.SurveyChanged;
import org.hotdesk.conversation.SurveyTable.SurveyRow;
import org.hotdesk.conversation.TimerTable.Kind;
import org.hotdesk.conversation.TimerTable.TimerRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks visitors, in the transactions in which it is to happen, and reminds them. */
@Component(service = SurveyBook.class)
public final class SurveyBook {
    private static final Actor SELF = new Actor.Platform("survey");

    private final Tables tables;
    private final StoredTeamRules rules;
    private final Timers timers;

    @Activate
    public SurveyBook(
            @Reference Tables tables, @Reference StoredTeamRules rules, @Reference Timers timers) {
        this.tables = tables;
        this.rules = rules;
        this.timers = timers;
    }

    /**
     * Asks, in the caller's transaction; the database decides who is first.
     *
     * @return what is to be told; empty when it was asked before
     */
    Optional<Events.Deed> ask(ConversationRow row, Survey.Asker by, Actor actor) {
        EndingRules.Asking asking = rules.of(row).survey();
        Instant now = tables.now();
        SurveyRow survey =
                new SurveyRow(
                        row.id(),
                        row.team(),
                        asking.form(),
                        by,
                        now,
                        Optional.empty(),
                        now.plusSeconds(asking.expireSeconds()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        if (!tables.surveys().ask(survey)) {
            return Optional.empty();
        }
        int first = asking.remindSeconds() > 0 ? asking.remindSeconds() : asking.expireSeconds();
        timers.set(TimerRow.at(row.id(), Kind.SURVEY, now.plusSeconds(first)));
        return Optional.of(new Events.Deed(actor, changed(row, survey)));
    }

    private SurveyChanged changed(ConversationRow row, SurveyRow survey) {
        return new SurveyChanged(survey(survey, row, tables.now()), row.party());
    }

    Optional<Survey> of(ConversationRow row) {
        return tables.surveys().find(row.id()).map(survey -> survey(survey, row, tables.now()));
    }

    private Survey survey(SurveyRow survey, ConversationRow row, Instant now) {
        return new Survey(
                new ConversationId(survey.conversation()),
                survey.form(),
                state(survey, now),
                survey.askedBy(),
                survey.askedAt(),
                survey.remindedAt(),
                survey.expiresAt(),
                rules.of(row).survey().reasons(),
                survey.answeredAt().map(at -> given(survey, at)));
    }

    private static Survey.State state(SurveyRow survey, Instant now) {
        if (survey.answeredAt().isPresent()) {
            return Survey.State.ANSWERED;
        }
        return survey.expiresAt().isAfter(now) ? Survey.State.ASKED : Survey.State.EXPIRED;
    }

    private Survey.Given given(SurveyRow survey, Instant at) {
        return new Survey.Given(
                survey.stars().orElse(0),
                tables.surveys().chosen(survey.conversation()),
                survey.comment().orElse(""),
                at);
    }

    /** Reminds once, and tells when it is too late; the row of the conversation is locked. */
    void look(ConversationRow row, Instant now) {
        Optional<SurveyRow> waiting =
                tables.surveys().find(row.id()).filter(one -> one.answeredAt().isEmpty());
        timers.clear(row.id(), Kind.SURVEY);
        if (waiting.isEmpty()) {
            return;
        }
        SurveyRow survey = waiting.get();
        if (survey.expiresAt().isAfter(now)) {
            timers.set(TimerRow.at(row.id(), Kind.SURVEY, survey.expiresAt()));
            if (!tables.surveys().remind(row.id(), now)) {
                return;
            }
        }
        SurveyRow told = tables.surveys().find(row.id()).orElse(survey);
        tables.events().record(List.of(new Events.Deed(SELF, changed(row, told))));
    }
}
