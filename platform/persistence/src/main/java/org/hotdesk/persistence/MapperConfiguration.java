package org.hotdesk.persistence;

import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.executor.parameter.ParameterHandler;
import org.apache.ibatis.executor.resultset.ResultSetHandler;
import org.apache.ibatis.logging.slf4j.Slf4jImpl;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** MyBatis as this house uses it: no caches, parameters and rows by way of records. */
final class MapperConfiguration extends Configuration {
    private final Map<String, Rows> rows = new ConcurrentHashMap<>();

    MapperConfiguration() {
        setLogImpl(Slf4jImpl.class);
        setCacheEnabled(false);
        setLocalCacheScope(LocalCacheScope.STATEMENT);
        getLanguageRegistry().register(new Scripts(new Values()));
        getLanguageRegistry().setDefaultDriverClass(Scripts.class);
    }

    /** Says how the rows of a statement are read. */
    void read(String statement, Class<?> row) {
        if (rows.putIfAbsent(statement, Rows.of(row)) != null) {
            throw new IllegalArgumentException("another method has this name");
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // as it is declared
    public ResultSetHandler newResultSetHandler(
            Executor executor,
            MappedStatement statement,
            RowBounds bounds,
            ParameterHandler parameters,
            ResultHandler handler,
            BoundSql sql) {
        Rows known = rows.get(statement.getId());
        return known != null
                ? known
                : super.newResultSetHandler(executor, statement, bounds, parameters, handler, sql);
    }
}
