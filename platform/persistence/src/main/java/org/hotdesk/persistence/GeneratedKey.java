package org.hotdesk.persistence;

import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.executor.keygen.Jdbc3KeyGenerator;
import org.apache.ibatis.mapping.MappedStatement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * Puts the key of an inserted row among the parameters of its call, as records cannot be changed.
 */
final class GeneratedKey extends Jdbc3KeyGenerator {
    private static final String NAME = "generated key";

    @Override
    public void processAfter(
            Executor executor, MappedStatement mapped, Statement statement, Object parameters) {
        try (ResultSet keys = statement.getGeneratedKeys()) {
            if (keys.next() && parameters instanceof Map<?, ?> named) {
                put(named, keys.getLong(1));
            }
        } catch (SQLException failure) {
            throw SqlFailure.of(failure);
        }
    }

    @SuppressWarnings("unchecked") // the map of parameters is made by MapperMethod
    private static void put(Map<?, ?> named, long key) {
        ((Map<String, Object>) named).put(NAME, key);
    }

    static long in(Map<String, ?> named) {
        if (named.get(NAME) instanceof Long key) {
            return key;
        }
        throw new IllegalStateException("The database generated no key.");
    }
}
