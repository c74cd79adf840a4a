package org.hotdesk.persistence;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads one column as what a component or result is declared to be; null where the column is. */
interface Column {
    @Nullable Object read(ResultSet row, int column) throws SQLException;

    Map<Class<?>, Column> SCALARS =
            Map.of(
                    String.class, ResultSet::getString,
                    Long.class, (row, column) -> orNull(row, row.getLong(column)),
                    Integer.class, (row, column) -> orNull(row, row.getInt(column)),
                    Boolean.class, (row, column) -> orNull(row, row.getBoolean(column)),
                    Double.class, (row, column) -> orNull(row, row.getDouble(column)),
                    Instant.class, Column::instant,
                    byte[].class, ResultSet::getBytes,
                    BigDecimal.class, ResultSet::getBigDecimal,
                    LocalDate.class, (row, column) -> row.getObject(column, LocalDate.class));

    /** Empty when a value of this type is not kept in one column. */
    static Optional<Column> of(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            return of(generic.getActualTypeArguments()[0]).map(Column::optional);
        }
        if (!(type instanceof Class<?> plain)) {
            return Optional.empty();
        }
        if (plain.isPrimitive()) {
            return scalar(plain).map(column -> present(column, plain));
        }
        if (plain.isEnum()) {
            return Optional.of(constant(plain));
        }
        if (plain.isRecord() && plain.getRecordComponents().length == 1) {
            return single(plain);
        }
        return scalar(plain);
    }

    private static Optional<Column> scalar(Class<?> type) {
        return Optional.ofNullable(SCALARS.get(Reflected.box(type)));
    }

    private static @Nullable Object orNull(ResultSet row, Object value) throws SQLException {
        return row.wasNull() ? null : value;
    }

    private static @Nullable Object instant(ResultSet row, int column) throws SQLException {
        LocalDateTime stored = row.getObject(column, LocalDateTime.class);
        return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
    }

    private static Column present(Column column, Class<?> type) {
        return (row, index) -> {
            Object value = column.read(row, index);
            if (value == null) {
                throw new IllegalStateException(
                        "Column %s is null where %s is asked for; use Optional"
                                .formatted(row.getMetaData().getColumnLabel(index), type));
            }
            return value;
        };
    }

    private static Column optional(Column inner) {
        return (row, column) -> Optional.ofNullable(inner.read(row, column));
    }

    private static Column constant(Class<?> type) {
        Map<String, Object> constants = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
        return (row, column) -> {
            String name = row.getString(column);
            if (name != null && !constants.containsKey(name)) {
                throw new IllegalStateException("%s knows no %s".formatted(type, name));
            }
            return name == null ? null : constants.get(name);
        };
    }

    /** A record of one component, such as an id, is kept as that. */
    private static Optional<Column> single(Class<?> type) {
        Constructor<?> constructor = Reflected.canonical(type);
        Class<?> component = type.getRecordComponents()[0].getType();
        Optional<Column> inner =
                component.isPrimitive()
                        ? scalar(component)
                        : of(type.getRecordComponents()[0].getGenericType());
        return inner.map(
                column ->
                        (row, index) -> {
                            Object value = column.read(row, index);
                            return value == null ? null : Reflected.create(constructor, value);
                        });
    }
}
