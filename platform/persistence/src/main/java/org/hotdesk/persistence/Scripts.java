package org.hotdesk.persistence;

import org.apache.ibatis.executor.parameter.ParameterHandler;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.scripting.xmltags.XMLLanguageDriver;
import org.apache.ibatis.session.Configuration;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The language of mapper methods: MyBatis' own, with a short cut for what is hot. */
final class Scripts extends XMLLanguageDriver {
    private final Values values;

    Scripts(Values values) {
        this.values = values;
    }

    @Override
    public SqlSource createSqlSource(
            Configuration configuration, String script, Class<?> parameterType) {
        return SqlTemplate.of(configuration, values, script)
                .<SqlSource>map(template -> template)
                .orElseGet(() -> super.createSqlSource(configuration, script, parameterType));
    }

    @Override
    public ParameterHandler createParameterHandler(
            MappedStatement statement, Object parameters, BoundSql sql) {
        return new ParameterHandler() {
            @Override
            public Object getParameterObject() {
                return parameters;
            }

            @Override
            public void setParameters(PreparedStatement prepared) throws SQLException {
                if (sql instanceof SqlTemplate.Bound bound) {
                    bound.bind(prepared);
                } else {
                    bind(prepared, sql, parameters);
                }
            }
        };
    }

    /** Values of a script by MyBatis, which names the elements of its loops itself. */
    private void bind(PreparedStatement prepared, BoundSql sql, Object parameters)
            throws SQLException {
        int index = 1;
        for (ParameterMapping mapping : sql.getParameterMappings()) {
            List<String> path = List.of(mapping.getProperty().split("\\.", -1));
            Object value =
                    sql.hasAdditionalParameter(path.getFirst())
                            ? values.follow(sql.getAdditionalParameter(path.getFirst()), path, 1)
                            : values.follow(parameters, path, 0);
            values.bind(prepared, index++, value);
        }
    }
}
