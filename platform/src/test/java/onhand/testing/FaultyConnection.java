package onhand.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** A connection whose transactions meet a fault. */
final class FaultyConnection implements InvocationHandler {

    private final Connection connection;
    private final TransactionFault fault;
    private int statements;

    private FaultyConnection(Connection connection, TransactionFault fault) {
        this.connection = connection;
        this.fault = fault;
    }

    static Connection of(Connection connection, TransactionFault fault) {
        return (Connection)
                Proxy.newProxyInstance(
                        FaultyConnection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        new FaultyConnection(connection, fault));
    }

    @Override
    public @Nullable Object invoke(
            Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "commit" -> {
                statements = 0;
                fault.commit(connection);
                return null;
            }
            case "rollback" -> {
                // After a commit that failed there is nothing left to roll back, and going back to
                // a savepoint does not end the transaction.
                if (statements > 0 && arguments == null) {
                    statements = 0;
                    fault.rolledBack();
                }
            }
            case "prepareStatement", "createStatement" -> {
                if (!connection.getAutoCommit()) {
                    fault.beforeStatement(++statements);
                }
            }
            default -> {}
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
