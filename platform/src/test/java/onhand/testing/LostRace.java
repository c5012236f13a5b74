package onhand.testing;

import java.sql.Connection;
import java.sql.SQLException;

/** The first try of each transaction loses at a statement, the second at commit. */
final class LostRace implements TransactionFault {

    /** The tries of one transaction follow each other in one thread. */
    private final ThreadLocal<Integer> losses = ThreadLocal.withInitial(() -> 0);

    @Override
    public boolean concerns(String user) {
        return user.startsWith("onhand_app") || user.startsWith("onhand_ledger");
    }

    /** The first statement only names the tenant. */
    @Override
    public void beforeStatement(int number) throws SQLException {
        if (number == 2 && losses.get() == 0) {
            losses.set(1);
            throw lost("at a statement");
        }
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        if (losses.get() == 1) {
            losses.set(2);
            connection.rollback();
            throw lost("at commit");
        }
        connection.commit();
        losses.set(0);
    }

    /** After both losses a rollback is the program's own will. */
    @Override
    public void rolledBack() {
        if (losses.get() == 2) {
            losses.set(0);
        }
    }

    private static SQLException lost(String where) {
        return new SQLException("made by a test: lost a race " + where, "40001");
    }
}
