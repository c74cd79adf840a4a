package org.hotdesk.live;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Frames that are queued together, so that each connection sends its share of them at once. */
final class Burst {
    private final Set<Connection> touched = new LinkedHashSet<>();

    void to(Connection connection, Outgoing frame) {
        connection.outbox().offer(frame);
        touched.add(connection);
    }

    void to(Collection<Connection> connections, Outgoing frame) {
        connections.forEach(connection -> to(connection, frame));
    }

    /** Sends what was queued. */
    void end() {
        touched.forEach(connection -> connection.outbox().pump());
        touched.clear();
    }
}
