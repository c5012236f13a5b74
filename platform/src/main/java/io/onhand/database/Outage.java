package io.onhand.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that does not answer from one that says no. */
public final class Outage {

    /** What the pool says of a connection that it took away because it broke; it has no state. */
    private static final String TAKEN_AWAY = "Connection is closed";

    private Outage() {}

    /**
     * Whether any cause is that the database could not be reached, was going away, had no room, or
     * let the transaction lose every race: the same request may be sent again.
     */
    public static boolean causes(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLTransientConnectionException
                    || (t instanceof SQLException sql && isOutage(sql))) {
                return true;
            }
            // A rollback that fails, too, hides why it was needed.
            if (t instanceof TransactionSystemException hidden
                    && hidden.getApplicationException() != null
                    && causes(hidden.getApplicationException())) {
                return true;
            }
        }
        return Retry.lostRace(thrown);
    }

    private static boolean isOutage(SQLException e) {
        String state = e.getSQLState();
        if (state == null) {
            return TAKEN_AWAY.equals(e.getMessage());
        }
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.equals("25P04")
                || state.equals("40003")
                || state.equals("55P03");
    }
}
