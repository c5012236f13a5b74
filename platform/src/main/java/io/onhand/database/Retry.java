package io.onhand.database;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Runs a whole transaction again when the database says that it lost a race and nothing was kept:
 * SQLSTATE 40001 and 40P01, no other. A commit whose outcome is unknown (40003, a broken
 * connection) is not among them.
 */
@Component
public class Retry {

    /** Tries in all, the first included. */
    static final int TRIES_MAX = 10;

    private static final int PAUSE_MS_MAX = 1_000;
    private static final Set<String> LOST_RACE = Set.of("40001", "40P01");

    /** Runs the work until it does not lose a race, at most {@link #TRIES_MAX} times. */
    public <T> T call(Supplier<T> transaction) {
        for (int tries = 1; ; tries++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (tries >= TRIES_MAX || !lostRace(e)) {
                    throw e;
                }
                pause(tries);
            }
        }
    }

    /** Whether any cause says that the transaction was rolled back for another one's sake. */
    public static boolean lostRace(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql
                    && sql.getSQLState() != null
                    && LOST_RACE.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Waits a random time that may double with each try. */
    private static void pause(int tries) {
        int longest = Math.min(PAUSE_MS_MAX, 10 << tries);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, longest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting to try a transaction again", e);
        }
    }
}
