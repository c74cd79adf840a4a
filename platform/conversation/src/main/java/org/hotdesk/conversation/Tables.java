package org.hotdesk.conversation;

import org.hotdesk.api.event.Events;
import org.hotdesk.api.storage.Storage;
import org.hotdesk.api.storage.Transactions;

/** Everything this bundle stores, with the transactions and the event log it shares with others. */
record Tables(
        Transactions transactions,
        Events events,
        ConversationTable conversations,
        MessageTable messages,
        QueueTable queues,
        DecisionTable decisions,
        PlanTable plans) {

    static Tables of(Storage storage, Transactions transactions, Events events) {
        return new Tables(
                transactions,
                events,
                storage.mapper(ConversationTable.class),
                storage.mapper(MessageTable.class),
                storage.mapper(QueueTable.class),
                storage.mapper(DecisionTable.class),
                storage.mapper(PlanTable.class));
    }
}
