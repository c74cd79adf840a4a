package org.hotdesk.live;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/** Which connections belong to a key. Read without a lock, and mostly read. Thread-safe. */
final class Index<K> {
    private final ConcurrentMap<K, List<Connection>> connections = new ConcurrentHashMap<>();

    void add(K key, Connection connection) {
        connections.merge(key, List.of(connection), Index::joined);
    }

    /** Whether others are left under this key. */
    boolean remove(K key, Connection connection) {
        return connections.computeIfPresent(key, (any, before) -> without(before, connection))
                != null;
    }

    List<Connection> get(K key) {
        return connections.getOrDefault(key, List.of());
    }

    Set<K> keys() {
        return connections.keySet();
    }

    private static List<Connection> joined(List<Connection> before, List<Connection> more) {
        return before.contains(more.getFirst())
                ? before
                : Stream.concat(before.stream(), more.stream()).toList();
    }

    private static @Nullable List<Connection> without(
            List<Connection> before, Connection connection) {
        var after = before.stream().filter(each -> each != connection).toList();
        return after.isEmpty() ? null : after;
    }
}
