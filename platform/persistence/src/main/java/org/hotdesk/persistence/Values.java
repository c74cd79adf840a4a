package org.hotdesk.persistence;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Turns the parameters of mapper methods into what a driver understands. */
final class Values {
    private final Map<Class<?>, Map<String, Method>> components = new ConcurrentHashMap<>();

    /** Follows a path such as {@code row.author.id} from a value; empty Optionals end it. */
    @Nullable Object follow(@Nullable Object value, List<String> path, int from) {
        Object reached = value;
        for (int i = from; i < path.size(); i++) {
            if (reached instanceof Optional<?> optional) {
                reached = optional.orElse(null);
            }
            if (reached == null) {
                return null;
            }
            reached = component(reached, path.get(i));
        }
        return reached;
    }

    private @Nullable Object component(Object owner, String name) {
        if (owner instanceof Map<?, ?> map) {
            if (!map.containsKey(name)) {
                throw new IllegalArgumentException(
                        "There is no parameter " + name + " among " + map.keySet());
            }
            return map.get(name);
        }
        Method accessor = components.computeIfAbsent(owner.getClass(), Values::accessors).get(name);
        if (accessor == null) {
            throw new IllegalArgumentException(
                    owner.getClass().getName() + " has no component " + name);
        }
        return read(accessor, owner);
    }

    private static Map<String, Method> accessors(Class<?> type) {
        Map<String, Method> accessors = new HashMap<>();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                accessors.put(component.getName(), component.getAccessor());
            }
        }
        return accessors;
    }

    private static @Nullable Object read(Method accessor, Object owner) {
        try {
            return accessor.invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Sets a parameter of a statement. */
    void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case String text -> statement.setString(index, text);
            case Long number -> statement.setLong(index, number);
            case Integer number -> statement.setInt(index, number);
            case Boolean truth -> statement.setBoolean(index, truth);
            case Instant instant -> statement.setObject(index, stored(instant));
            case Enum<?> constant -> statement.setString(index, constant.name());
            case Optional<?> optional -> bind(statement, index, optional.orElse(null));
            case Record single -> bind(statement, index, onlyComponent(single));
            case byte[] bytes -> statement.setBytes(index, bytes);
            default -> statement.setObject(index, value);
        }
    }

    private @Nullable Object onlyComponent(Record value) {
        Map<String, Method> accessors =
                components.computeIfAbsent(value.getClass(), Values::accessors);
        if (accessors.size() != 1) {
            throw new IllegalArgumentException(
                    value.getClass().getName() + " has several components; name the one to store");
        }
        return read(accessors.values().iterator().next(), value);
    }

    /** Both databases keep six digits; one would cut the rest and the other round it. */
    static LocalDateTime stored(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }
}
