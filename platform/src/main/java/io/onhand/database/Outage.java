package io.onhand.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that does not answer from one that says no. */
public final class Outage {

    private Outage() {}

    /**
     * Whether any cause is that the database could not be reached, was going away, had no room, or
     * let the transaction lose every race: the same request may be sent again.
     */
    public static boolean causes(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLTransientConnectionException
                    || (t instanceof SQLException sql && isOutage(sql.getSQLState()))) {
                return true;
            }
            // A rollback over a broken connection hides what broke it.
            if (t instanceof TransactionSystemException hidden
                    && hidden.getApplicationException() != null
                    && causes(hidden.getApplicationException())) {
                return true;
            }
        }
        return Retry.lostRace(thrown);
    }

    private static boolean isOutage(String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57")
                        || state.equals("25P04")
                        || state.equals("40003")
                        || state.equals("55P03"));
    }
}
