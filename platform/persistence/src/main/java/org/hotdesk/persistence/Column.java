package org.hotdesk.persistence;

import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/** Reads one column as what a component or result is declared to be. */
final class Column implements TypeHandler<Object> {

    /** How a value is taken from a row; null where the column is. */
    private interface Reader {
        @Nullable Object read(ResultSet row, int column) throws SQLException;
    }

    private final Reader reader;

    private Column(Reader reader) {
        this.reader = reader;
    }

    /** Whether a value of this type is kept in one column. */
    static boolean fits(Type type) {
        return find(type).isPresent();
    }

    static Column of(Type type) {
        return new Column(
                find(type)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "No column can be read as " + type)));
    }

    private static Optional<Reader> find(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            return find(generic.getActualTypeArguments()[0]).map(Column::optional);
        }
        if (!(type instanceof Class<?> plain)) {
            return Optional.empty();
        }
        if (plain.isPrimitive()) {
            return primitive(plain);
        }
        if (plain.isEnum()) {
            return Optional.of(constant(plain));
        }
        if (plain.isRecord() && plain.getRecordComponents().length == 1) {
            return find(plain.getRecordComponents()[0].getGenericType())
                    .map(inner -> wrapped(plain, inner));
        }
        return scalar(plain);
    }

    private static Optional<Reader> primitive(Class<?> type) {
        return scalar(Reflected.box(type))
                .map(
                        reader ->
                                (row, column) -> {
                                    Object value = reader.read(row, column);
                                    if (value == null) {
                                        throw new IllegalStateException(
                                                "A column is null where %s is asked for; use Optional"
                                                        .formatted(type));
                                    }
                                    return value;
                                });
    }

    private static Optional<Reader> scalar(Class<?> type) {
        Reader reader = null;
        if (type == String.class) {
            reader = ResultSet::getString;
        } else if (type == Long.class) {
            reader = (row, column) -> orNull(row, row.getLong(column));
        } else if (type == Integer.class) {
            reader = (row, column) -> orNull(row, row.getInt(column));
        } else if (type == Boolean.class) {
            reader = (row, column) -> orNull(row, row.getBoolean(column));
        } else if (type == Double.class) {
            reader = (row, column) -> orNull(row, row.getDouble(column));
        } else if (type == Instant.class) {
            reader = Column::instant;
        } else if (type == byte[].class) {
            reader = ResultSet::getBytes;
        } else if (type == BigDecimal.class) {
            reader = ResultSet::getBigDecimal;
        } else if (type == LocalDate.class) {
            reader = (row, column) -> row.getObject(column, LocalDate.class);
        }
        return Optional.ofNullable(reader);
    }

    private static @Nullable Object orNull(ResultSet row, Object value) throws SQLException {
        return row.wasNull() ? null : value;
    }

    private static @Nullable Object instant(ResultSet row, int column) throws SQLException {
        LocalDateTime stored = row.getObject(column, LocalDateTime.class);
        return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
    }

    private static Reader optional(Reader inner) {
        return (row, column) -> Optional.ofNullable(inner.read(row, column));
    }

    private static Reader constant(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return (row, column) -> {
            String name = row.getString(column);
            return name == null
                    ? null
                    : Arrays.stream(constants)
                            .filter(constant -> ((Enum<?>) constant).name().equals(name))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "%s knows no %s".formatted(type, name)));
        };
    }

    private static Reader wrapped(Class<?> type, Reader inner) {
        Constructor<?> constructor = Reflected.canonical(type);
        boolean optional = type.getRecordComponents()[0].getType() == Optional.class;
        Reader nullable =
                type.getRecordComponents()[0].getType().isPrimitive()
                        ? scalar(Reflected.box(type.getRecordComponents()[0].getType()))
                                .orElse(inner)
                        : inner;
        return (row, column) -> {
            Object value = nullable.read(row, column);
            return value == null && !optional ? null : Reflected.create(constructor, value);
        };
    }

    @Override
    public @Nullable Object getResult(ResultSet row, String column) throws SQLException {
        return reader.read(row, row.findColumn(column));
    }

    @Override
    public @Nullable Object getResult(ResultSet row, int column) throws SQLException {
        return reader.read(row, column);
    }

    @Override
    public Object getResult(CallableStatement statement, int column) {
        throw new UnsupportedOperationException("Stored procedures are not used.");
    }

    @Override
    public void setParameter(PreparedStatement statement, int index, Object value, JdbcType type) {
        throw new UnsupportedOperationException("Parameters are set by Values.");
    }
}
