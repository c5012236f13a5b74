package onhand.testing;

import java.sql.Connection;
import java.sql.SQLException;

/** Every other commit of the ledger happens, and its connection breaks before it says so. */
final class LostAnswer implements TransactionFault {

    private final ThreadLocal<Boolean> broken = ThreadLocal.withInitial(() -> false);

    @Override
    public boolean concerns(String user) {
        return user.startsWith("onhand_ledger");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
        if (broken.get()) {
            broken.set(false);
            return;
        }
        broken.set(true);
        connection.close();
        throw new SQLException("made by a test: the connection broke after the commit", "08006");
    }
}
