package io.onhand.stock;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What a failed transaction means for the batch that it posted. */
enum Failure {
    /** Another batch was in the way, or the connection or server went: the same again. */
    PASSING,
    /** It took longer than a transaction may. */
    TOO_LONG,
    /** One of its postings cannot be posted. */
    CULPRIT;

    private static final int PAUSE_MS_MAX = 500;
    private static final String TRANSACTION_TIMEOUT = "25P04";

    /** Lost a race, waited too long for a lock or a statement, or the outcome is unknown. */
    private static final Set<String> AGAIN = Set.of("40001", "40P01", "40003", "55P03", "57014");

    /** Connection, shutdown, resources. */
    private static final Set<String> CLASSES_AGAIN = Set.of("08", "57", "53");

    static Failure of(Exception thrown) {
        if (thrown instanceof RunAgain || thrown instanceof SQLTransientConnectionException) {
            return PASSING;
        }
        String state = state(thrown);
        if (state == null) {
            return CULPRIT;
        }
        if (state.equals(TRANSACTION_TIMEOUT)) {
            return TOO_LONG;
        }
        boolean again = AGAIN.contains(state) || CLASSES_AGAIN.contains(state.substring(0, 2));
        return again ? PASSING : CULPRIT;
    }

    /** Whether a commit that failed so may have happened. */
    static boolean leavesCommitUnknown(SQLException thrown) {
        String state = state(thrown);
        return state != null
                && (state.startsWith("08") || state.startsWith("57P") || state.equals("40003"));
    }

    private static @Nullable String state(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return null;
    }

    /** Waits a random time that may double with each try. */
    static void pause(int tries) {
        int longest = Math.min(PAUSE_MS_MAX, 4 << tries);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, longest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailable("stopped while waiting to post a batch again", e);
        }
    }
}
