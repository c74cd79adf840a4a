package org.hotdesk.live;

import java.util.concurrent.atomic.LongAdder;

/** Keeps who is connected, and counts. Thread-safe. */
final class Traffic {
    private final Connections connections;
    private final int most;
    private final LongAdder in = new LongAdder();
    private final LongAdder out = new LongAdder();
    private final LongAdder cutOff = new LongAdder();
    private volatile boolean stopped;

    Traffic(Connections connections, int most) {
        this.connections = connections;
        this.most = most;
    }

    /** A connection was made; it may be sent away at once. */
    void opened(Connection connection) {
        connections.all.add(connection);
        if (stopped) {
            connection.close(CloseCode.RESTART, "restarting");
        } else if (connections.all.size() > most) {
            connection.close(CloseCode.LATER, "full");
        }
    }

    void closed(Connection connection) {
        connections.all.remove(connection);
    }

    void heard() {
        in.increment();
    }

    void sent() {
        out.increment();
    }

    void cutOff() {
        cutOff.increment();
    }

    long framesIn() {
        return in.sum();
    }

    long framesOut() {
        return out.sum();
    }

    long slowClients() {
        return cutOff.sum();
    }

    /** Sends everybody away, also those who come from now on. */
    void stop() {
        stopped = true;
        connections.all.forEach(each -> each.close(CloseCode.RESTART, "restarting"));
    }
}
