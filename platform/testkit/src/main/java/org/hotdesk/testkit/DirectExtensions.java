package org.hotdesk.testkit;

import org.hotdesk.api.extension.ExtensionPoint;
import org.hotdesk.api.extension.ExtensionState;
import org.hotdesk.api.extension.Extensions;
import org.hotdesk.api.extension.Outcome;
import org.hotdesk.api.extension.Provenance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Extensions for tests without a container: calls on the calling thread, with no limit of time. A
 * test adds and takes away extensions as it goes. Thread-safe.
 */
public final class DirectExtensions implements Extensions {
    private record Key(Class<?> point, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byPoint = point.getName().compareTo(other.point.getName());
            return byPoint != 0 ? byPoint : name.compareTo(other.name);
        }
    }

    private final Map<Key, Object> extensions = new ConcurrentSkipListMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Adds an extension, or replaces the one of this name. */
    public <S> DirectExtensions with(Class<S> point, String name, S extension) {
        extensions.put(new Key(point, name), extension);
        listeners.forEach(Runnable::run);
        return this;
    }

    /** Takes an extension away. */
    public DirectExtensions without(Class<?> point, String name) {
        extensions.remove(new Key(point, name));
        listeners.forEach(Runnable::run);
        return this;
    }

    @Override
    public <S> ExtensionPoint<S> open(Class<S> point) {
        return new DirectPoint<>(point);
    }

    @Override
    public List<ExtensionState> states() {
        return extensions.keySet().stream()
                .map(
                        key ->
                                new ExtensionState(
                                        key.point().getName(),
                                        provenance(key.name()),
                                        false,
                                        0,
                                        0,
                                        0,
                                        Optional.empty()))
                .toList();
    }

    /** The provenance that calls of this extension carry. */
    public static Provenance provenance(String name) {
        return new Provenance(name, "test." + name, "1.0.0", 0);
    }

    private final class DirectPoint<S> implements ExtensionPoint<S> {
        private final Class<S> point;

        DirectPoint(Class<S> point) {
            this.point = point;
        }

        @Override
        public List<Provenance> present() {
            return names().stream().map(DirectExtensions::provenance).toList();
        }

        private List<String> names() {
            return extensions.keySet().stream()
                    .filter(key -> key.point().equals(point))
                    .map(Key::name)
                    .toList();
        }

        @Override
        public <R> Outcome<R> call(
                String extension, Duration budget, Function<? super S, ? extends R> question) {
            Object found = extensions.get(new Key(point, extension));
            if (found == null) {
                return new Outcome.Missing<>(extension);
            }
            Provenance by = provenance(extension);
            try {
                R answer = question.apply(point.cast(found));
                return new Outcome.Answered<>(answer, by, Duration.ZERO);
            } catch (RuntimeException thrown) {
                String reason = thrown.getClass().getName() + ": " + thrown.getMessage();
                return new Outcome.Failed<>(by, reason, Duration.ZERO);
            }
        }

        @Override
        public <R> List<Outcome<R>> callEach(
                Duration budget, Function<? super S, ? extends R> question) {
            return names().stream().map(name -> this.<R>call(name, budget, question)).toList();
        }

        @Override
        public void onChange(Runnable changed) {
            listeners.add(changed);
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
