package org.hotdesk.persistence;

import org.hotdesk.api.event.EventConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes one durable consumer through the log on a thread of its own. */
final class Consumption implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Consumption.class);
    private static final long SHORTEST_PAUSE = Bell.millis(50);
    private static final long LONGEST_PAUSE = Bell.millis(60_000);

    private static final long LOOK_ELSEWHERE = Bell.millis(2_000);

    /** The position was moved while the consumer worked; nothing of its work is kept. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final String name;
    private final EventConsumer consumer;
    private final ThreadTransactions transactions;
    private final EventReader reader;
    private final Lease lease;
    private final Bell bell = new Bell();
    private final Thread thread;
    private volatile Optional<String> failure = Optional.empty();
    private long pause = SHORTEST_PAUSE;
    private boolean elsewhere;

    Consumption(
            String name,
            EventConsumer consumer,
            ThreadTransactions transactions,
            EventReader reader,
            Lease lease) {
        this.name = name;
        this.consumer = consumer;
        this.transactions = transactions;
        this.reader = reader;
        this.lease = lease;
        thread = Thread.ofPlatform().daemon().name("event-consumer " + name).unstarted(this::work);
    }

    EventConsumer consumer() {
        return consumer;
    }

    Optional<String> failure() {
        return failure;
    }

    void start() {
        bell.ring();
        thread.start();
    }

    /** The log has grown, or the position was changed. */
    void wake() {
        bell.ring();
    }

    private void work() {
        try {
            while (!bell.isClosed()) {
                if (failure.isPresent()) {
                    bell.rest(pause);
                } else {
                    bell.await(elsewhere ? LOOK_ELSEWHERE : Long.MAX_VALUE);
                }
                takeAll();
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeAll() {
        try {
            boolean more = true;
            while (more && !bell.isClosed()) {
                more = transactions.run(this::take);
                failure = Optional.empty();
                pause = SHORTEST_PAUSE;
            }
        } catch (Overtaken rewoundOrElsewhere) {
            elsewhere = true;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError thrown) {
            if (failure.isEmpty()) {
                LOG.warn("The consumer {} failed and gets the same events again.", name, thrown);
            } else {
                LOG.debug("The consumer {} failed again.", name, thrown);
                pause = Math.min(LONGEST_PAUSE, pause * 2);
            }
            failure = Optional.of(thrown.toString());
        }
    }

    /** In one transaction: what the consumer writes, and how far it is. */
    private boolean take() {
        try {
            Transaction transaction = transactions.current().orElseThrow();
            Connection connection = transaction.connection();
            OptionalLong position = lease.take(connection);
            elsewhere = position.isEmpty();
            if (elsewhere) {
                return false;
            }
            EventReader.Piece piece = reader.after(connection, position.getAsLong());
            if (piece.last() == position.getAsLong()) {
                return false;
            }
            if (!piece.events().isEmpty()) {
                consumer.take(piece.events());
            }
            transaction.aboutToWrite();
            if (!lease.advance(connection, position.getAsLong(), piece.last())) {
                throw new Overtaken();
            }
            return piece.more();
        } catch (SQLException failed) {
            throw SqlFailure.of(failed);
        }
    }

    @Override
    public void close() {
        bell.close();
        try {
            thread.join(10_000);
            lease.release();
        } catch (RuntimeException gone) {
            LOG.debug("The lease of {} ends by itself.", name, gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
