package org.hotdesk.conversation;

import org.hotdesk.api.event.Events;
import org.hotdesk.api.storage.Storage;
import org.hotdesk.api.storage.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Everything this bundle stores, with the transactions, the event log and the clock it stores by.
 */
@Component(service = Tables.class)
public final class Tables {
    private final Transactions transactions;
    private final Events events;
    private final Clock clock;
    private final ConversationTable conversations;
    private final MessageTable messages;
    private final NoteTable notes;
    private final ReplyTable replies;
    private final WordTable words;
    private final AttachmentTable attachments;
    private final QueueTable queues;
    private final DecisionTable decisions;
    private final EntryPointTable entryPoints;
    private final ReceptionTable receptions;
    private final RecordTable records;
    private final ShadowTable shadows;
    private final AttendanceTable attendances;
    private final ReplayTable replays;
    private final RuleTable rules;
    private final SurveyTable surveys;
    private final TimerTable timers;
    private final WrapUpTable wrapUps;
    private final CategoryTable categories;

    @Activate
    public Tables(
            @Reference Storage storage,
            @Reference Transactions transactions,
            @Reference Events events) {
        this(storage, transactions, events, Clock.systemUTC());
    }

    Tables(Storage storage, Transactions transactions, Events events, Clock clock) {
        this.transactions = transactions;
        this.events = events;
        this.clock = Clock.tick(clock, Duration.ofNanos(1_000));
        conversations = storage.mapper(ConversationTable.class);
        messages = storage.mapper(MessageTable.class);
        attachments = storage.mapper(AttachmentTable.class);
        words = storage.mapper(WordTable.class);
        replies = storage.mapper(ReplyTable.class);
        notes = storage.mapper(NoteTable.class);
        queues = storage.mapper(QueueTable.class);
        decisions = storage.mapper(DecisionTable.class);
        entryPoints = storage.mapper(EntryPointTable.class);
        receptions = storage.mapper(ReceptionTable.class);
        records = storage.mapper(RecordTable.class);
        shadows = storage.mapper(ShadowTable.class);
        attendances = storage.mapper(AttendanceTable.class);
        replays = storage.mapper(ReplayTable.class);
        rules = storage.mapper(RuleTable.class);
        surveys = storage.mapper(SurveyTable.class);
        timers = storage.mapper(TimerTable.class);
        wrapUps = storage.mapper(WrapUpTable.class);
        categories = storage.mapper(CategoryTable.class);
    }

    Transactions transactions() {
        return transactions;
    }

    Events events() {
        return events;
    }

    /** Now, as the database keeps it: with microseconds. */
    Instant now() {
        return clock.instant();
    }

    ConversationTable conversations() {
        return conversations;
    }

    MessageTable messages() {
        return messages;
    }

    AttachmentTable attachments() {
        return attachments;
    }

    WordTable words() {
        return words;
    }

    ReplyTable replies() {
        return replies;
    }

    NoteTable notes() {
        return notes;
    }

    QueueTable queues() {
        return queues;
    }

    DecisionTable decisions() {
        return decisions;
    }

    EntryPointTable entryPoints() {
        return entryPoints;
    }

    ReceptionTable receptions() {
        return receptions;
    }

    RecordTable records() {
        return records;
    }

    ShadowTable shadows() {
        return shadows;
    }

    AttendanceTable attendances() {
        return attendances;
    }

    ReplayTable replays() {
        return replays;
    }

    RuleTable rules() {
        return rules;
    }

    SurveyTable surveys() {
        return surveys;
    }

    TimerTable timers() {
        return timers;
    }

    WrapUpTable wrapUps() {
        return wrapUps;
    }

    CategoryTable categories() {
        return categories;
    }
}
