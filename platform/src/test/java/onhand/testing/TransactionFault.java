package onhand.testing;

import java.sql.Connection;
import java.sql.SQLException;

/** What goes wrong in a transaction. */
interface TransactionFault {

    /** Whether the connections of this login are touched. */
    boolean concerns(String user);

    /**
     * A statement is about to run.
     *
     * @param number 1 for the first of the transaction
     */
    default void beforeStatement(int number) throws SQLException {}

    /** Commits, or does not, or does and does not say so. */
    void commit(Connection connection) throws SQLException;

    /** The work was given up. */
    default void rolledBack() {}
}
