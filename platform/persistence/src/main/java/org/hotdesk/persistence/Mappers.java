package org.hotdesk.persistence;

import org.apache.ibatis.executor.ErrorContext;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.executor.ReuseExecutor;
import org.apache.ibatis.executor.SimpleExecutor;
import org.apache.ibatis.transaction.managed.ManagedTransaction;
import org.hotdesk.api.storage.DuplicateKey;
import org.hotdesk.api.storage.Storage;
import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The mappers of one bundle: one MyBatis configuration, which is forgotten together with it. */
final class Mappers implements Storage {
    private final MapperConfiguration configuration = new MapperConfiguration();
    private final ThreadTransactions transactions;
    private final ClassLoader loader;
    private final Map<Class<?>, Object> mappers = new ConcurrentHashMap<>();

    Mappers(ThreadTransactions transactions, ClassLoader loader) {
        this.transactions = transactions;
        this.loader = loader;
    }

    @Override
    public <M> M mapper(Class<M> type) {
        return type.cast(mappers.computeIfAbsent(type, this::make));
    }

    private Object make(Class<?> type) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Map<Method, MapperMethod> methods = new ConcurrentHashMap<>();
            for (Method method : type.getMethods()) {
                if (!method.isDefault()) {
                    methods.put(method, MapperMethod.of(configuration, method));
                }
            }
            return Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, handler(type, methods));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private InvocationHandler handler(Class<?> type, Map<Method, MapperMethod> methods) {
        return (proxy, method, arguments) -> {
            MapperMethod mapped = methods.get(method);
            if (mapped != null) {
                return call(mapped, arguments);
            }
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "mapper " + type.getName();
            };
        };
    }

    private @Nullable Object call(MapperMethod method, Object @Nullable [] arguments) {
        Optional<Transaction> current = transactions.current();
        try {
            return current.isPresent()
                    ? callIn(current.get(), method, arguments)
                    : callAlone(method, arguments);
        } finally {
            ErrorContext.instance().reset();
        }
    }

    private @Nullable Object callIn(
            Transaction transaction, MapperMethod method, Object @Nullable [] arguments) {
        try {
            if (method.writes()) {
                transaction.aboutToWrite();
            }
            Statements statements =
                    transaction.participant(
                            Statements.class, this, () -> statements(transaction.connection()));
            return method.call(statements.executor, arguments);
        } catch (SQLException failure) {
            RuntimeException told = SqlFailure.of(failure);
            if (!(told instanceof DuplicateKey)) {
                transaction.doom(told);
            }
            throw told;
        }
    }

    private @Nullable Object callAlone(MapperMethod method, Object @Nullable [] arguments) {
        Database database = transactions.database();
        try (WriteTurns.Turn _ = method.writes() ? database.turns().take() : () -> {};
                Connection connection = database.statements().getConnection()) {
            return method.call(new SimpleExecutor(configuration, on(connection)), arguments);
        } catch (SQLException failure) {
            throw SqlFailure.of(failure);
        }
    }

    private Statements statements(Connection connection) {
        return new Statements(new ReuseExecutor(configuration, on(connection)));
    }

    private static ManagedTransaction on(Connection connection) {
        return new ManagedTransaction(connection, false);
    }

    /** The prepared statements of a transaction, closed before its connection is given back. */
    private record Statements(Executor executor) implements Transaction.Participant {
        @Override
        public void beforeCommit() throws SQLException {
            executor.flushStatements();
        }

        @Override
        public void rolledBack() {
            executor.close(true);
        }
    }
}
