package org.hotdesk.persistence;

import org.apache.ibatis.cache.CacheKey;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.executor.keygen.NoKeyGenerator;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.session.RowBounds;
import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;
import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** One method of a mapper, with its statement as MyBatis knows it. */
final class MapperMethod {

    /** What a call gives back. */
    private enum Answer {
        LIST,
        OPTIONAL,
        ONE,
        NOTHING,
        ROWS,
        ANY,
        KEY
    }

    private final String name;
    private final MappedStatement statement;
    private final Answer answer;
    private final boolean writes;
    private final List<String> parameters = new ArrayList<>();

    private MapperMethod(String name, MappedStatement statement, Answer answer, Method method) {
        this.name = name;
        this.statement = statement;
        this.answer = answer;
        this.writes = statement.getSqlCommandType() != SqlCommandType.SELECT || locks(method);
        for (Parameter parameter : method.getParameters()) {
            parameters.add(parameter.getName());
        }
    }

    static MapperMethod of(MapperConfiguration configuration, Method method) {
        String name = method.getDeclaringClass().getName() + "." + method.getName();
        Query query = method.getAnnotation(Query.class);
        Update update = method.getAnnotation(Update.class);
        if (method.getParameterCount() > 0 && !method.getParameters()[0].isNamePresent()) {
            throw new IllegalArgumentException(name + ": compile with -parameters");
        }
        try {
            if (query != null && update == null) {
                return reading(configuration, name, method, query);
            }
            if (update != null && query == null) {
                return writing(configuration, name, method, update);
            }
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(name + ": " + wrong.getMessage(), wrong);
        }
        throw new IllegalArgumentException(name + " needs either @Query or @Update");
    }

    private static boolean locks(Method method) {
        Query query = method.getAnnotation(Query.class);
        return query != null
                && String.join(" ", query.value()).toUpperCase(Locale.ROOT).contains("FOR UPDATE");
    }

    private static MapperMethod reading(
            MapperConfiguration configuration, String name, Method method, Query query) {
        Type result = method.getGenericReturnType();
        Answer answer = Answer.ONE;
        if (result instanceof ParameterizedType generic) {
            answer = generic.getRawType() == List.class ? Answer.LIST : Answer.OPTIONAL;
            result = generic.getActualTypeArguments()[0];
        }
        if (!(result instanceof Class<?> row) || row == void.class) {
            throw new IllegalArgumentException("a row cannot be read as " + result);
        }
        configuration.read(name, row);
        MappedStatement statement =
                statement(
                                configuration,
                                name,
                                String.join(" ", query.value()),
                                SqlCommandType.SELECT)
                        .build();
        return new MapperMethod(name, statement, answer, method);
    }

    private static MapperMethod writing(
            MapperConfiguration configuration, String name, Method method, Update update) {
        Class<?> result = method.getReturnType();
        Answer answer;
        if (update.generatesKey() && result == long.class) {
            answer = Answer.KEY;
        } else if (result == void.class) {
            answer = Answer.NOTHING;
        } else if (result == int.class) {
            answer = Answer.ROWS;
        } else if (result == boolean.class) {
            answer = Answer.ANY;
        } else {
            throw new IllegalArgumentException(
                    "it returns void, int, boolean, or the generated key as long");
        }
        MappedStatement statement =
                statement(
                                configuration,
                                name,
                                String.join(" ", update.value()),
                                SqlCommandType.UPDATE)
                        .keyGenerator(
                                answer == Answer.KEY ? new GeneratedKey() : NoKeyGenerator.INSTANCE)
                        .build();
        return new MapperMethod(name, statement, answer, method);
    }

    private static MappedStatement.Builder statement(
            MapperConfiguration configuration, String name, String sql, SqlCommandType type) {
        SqlSource source =
                configuration
                        .getDefaultScriptingLanguageInstance()
                        .createSqlSource(configuration, sql, Map.class);
        return new MappedStatement.Builder(configuration, name, source, type).useCache(false);
    }

    /** Whether it changes or locks rows. */
    boolean writes() {
        return writes;
    }

    /** Runs the statement; the connection is the executor's. */
    @Nullable Object call(Executor executor, Object @Nullable [] arguments) throws SQLException {
        Map<String, @Nullable Object> named = new HashMap<>();
        for (int i = 0; i < parameters.size() && arguments != null; i++) {
            named.put(parameters.get(i), arguments[i]);
        }
        return switch (answer) {
            case LIST -> query(executor, named);
            case OPTIONAL -> atMostOne(query(executor, named));
            case ONE ->
                    atMostOne(query(executor, named))
                            .orElseThrow(() -> new NoSuchElementException(name + ": no row"));
            case NOTHING -> {
                update(executor, named);
                yield null;
            }
            case ROWS -> update(executor, named);
            case ANY -> update(executor, named) > 0;
            case KEY -> {
                update(executor, named);
                yield GeneratedKey.in(named);
            }
        };
    }

    private List<@Nullable Object> query(Executor executor, Map<String, @Nullable Object> named)
            throws SQLException {
        // A key that equals nothing: MyBatis would read every parameter for one, for a cache
        // that is off.
        CacheKey key = new CacheKey(new Object[] {new Object()});
        return executor.query(
                statement,
                named,
                RowBounds.DEFAULT,
                Executor.NO_RESULT_HANDLER,
                key,
                statement.getBoundSql(named));
    }

    private int update(Executor executor, Map<String, @Nullable Object> named) throws SQLException {
        return executor.update(statement, named);
    }

    private Optional<Object> atMostOne(List<@Nullable Object> rows) {
        if (rows.size() > 1) {
            throw new IllegalStateException(name + ": " + rows.size() + " rows instead of one");
        }
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.getFirst());
    }
}
