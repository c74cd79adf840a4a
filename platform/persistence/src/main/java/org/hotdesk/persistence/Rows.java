package org.hotdesk.persistence;

import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.executor.resultset.ResultSetHandler;
import org.jspecify.annotations.Nullable;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.CallableStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the rows of one mapper method.
 *
 * <p>In place of MyBatis' own handler, which looks for a constructor, a type handler and each
 * column by its name again for every row.
 */
final class Rows implements ResultSetHandler {
    private final List<String> names;
    private final List<Column> columns;
    private final Optional<Constructor<?>> constructor;

    private Rows(List<String> names, List<Column> columns, Optional<Constructor<?>> constructor) {
        this.names = names;
        this.columns = columns;
        this.constructor = constructor;
    }

    /** Rows as a record with a component for each column, or of one column. */
    static Rows of(Class<?> type) {
        Optional<Column> single = Column.of(type);
        if (single.isPresent()) {
            return new Rows(List.of(), List.of(single.get()), Optional.empty());
        }
        if (!type.isRecord()) {
            throw new IllegalArgumentException("a row cannot be read as " + type);
        }
        List<String> names = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            names.add(Reflected.column(component.getName()));
            columns.add(
                    Column.of(component.getGenericType())
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "no column can be read as " + component)));
        }
        return new Rows(names, columns, Optional.of(Reflected.canonical(type)));
    }

    @Override
    @SuppressWarnings("unchecked") // the mapper's return type is where the rows' type came from
    public <E> List<E> handleResultSets(Statement statement) throws SQLException {
        List<@Nullable Object> rows = new ArrayList<>();
        try (ResultSet results = statement.getResultSet()) {
            int[] places = places(results);
            while (results.next()) {
                rows.add(
                        constructor.isPresent()
                                ? row(results, places, constructor.get())
                                : columns.getFirst().read(results, 1));
            }
        }
        return (List<E>) rows;
    }

    private int[] places(ResultSet results) throws SQLException {
        int[] places = new int[names.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = results.findColumn(names.get(i));
        }
        return places;
    }

    private Object row(ResultSet results, int[] places, Constructor<?> made) throws SQLException {
        @Nullable Object[] values = new Object[places.length];
        for (int i = 0; i < places.length; i++) {
            values[i] = columns.get(i).read(results, places[i]);
        }
        return Reflected.create(made, values);
    }

    @Override
    public <E> Cursor<E> handleCursorResultSets(Statement statement) {
        throw new UnsupportedOperationException("Mappers have no cursors.");
    }

    @Override
    public void handleOutputParameters(CallableStatement statement) {
        throw new UnsupportedOperationException("Mappers call no procedures.");
    }
}
