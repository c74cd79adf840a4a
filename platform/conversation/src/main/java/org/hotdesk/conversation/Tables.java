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
    private final QueueTable queues;
    private final DecisionTable decisions;
    private final EntryPointTable entryPoints;
    private final ReceptionTable receptions;
    private final RecordTable records;

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
        queues = storage.mapper(QueueTable.class);
        decisions = storage.mapper(DecisionTable.class);
        entryPoints = storage.mapper(EntryPointTable.class);
        receptions = storage.mapper(ReceptionTable.class);
        records = storage.mapper(RecordTable.class);
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
}
