package org.hotdesk.persistence;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One transaction of one thread, with those who take part in its end. */
final class Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    /** Somebody who has work to do when a transaction ends. */
    interface Participant {
        /** The last thing before the commit; when it throws there is none. */
        default void beforeCommit() throws SQLException {}

        /** The transaction was committed and its connection given back. */
        default void committed() {}

        /** The transaction was rolled back. */
        default void rolledBack() {}
    }

    private final Connection connection;
    private final WriteTurns turns;
    private final Map<Object, Participant> participants = new LinkedHashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private @Nullable Throwable doom;
    private WriteTurns.@Nullable Turn turn;

    Transaction(Connection connection, WriteTurns turns) {
        this.connection = connection;
        this.turns = turns;
    }

    Connection connection() {
        return connection;
    }

    /** The participant of this key, made when it is first asked for. */
    <P extends Participant> P participant(Class<P> type, Object key, Supplier<? extends P> make) {
        return type.cast(participants.computeIfAbsent(key, k -> make.get()));
    }

    /** To be called before a statement that writes or locks. */
    void aboutToWrite() throws SQLException {
        if (turn == null) {
            turn = turns.take();
        }
    }

    /** To be called when all is over, whatever happened. */
    void release() {
        if (turn != null) {
            turn.close();
            turn = null;
        }
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** From now on it can only be rolled back. */
    void doom(Throwable reason) {
        if (doom == null) {
            doom = reason;
        }
    }

    void commit() throws SQLException {
        if (doom != null) {
            throw new IllegalStateException(
                    "The transaction is rolled back, for a part of it failed: " + doom, doom);
        }
        for (Participant participant : List.copyOf(participants.values())) {
            participant.beforeCommit();
        }
        connection.commit();
    }

    void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            LOG.debug("The connection went before its rollback.", gone);
        }
        eachParticipant(Participant::rolledBack);
    }

    /** To be called when the connection was given back. */
    void tellCommitted() {
        eachParticipant(Participant::committed);
        for (Runnable action : afterCommit) {
            tell(action);
        }
    }

    private void eachParticipant(Consumer<Participant> call) {
        Collection<Participant> all = participants.values();
        all.forEach(participant -> tell(() -> call.accept(participant)));
    }

    /** What is done is done: nobody's failure may hide the end from the others. */
    private static void tell(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failure) {
            LOG.error("An action after the end of a transaction failed.", failure);
        }
    }
}
