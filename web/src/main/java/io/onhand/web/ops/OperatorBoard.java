package io.onhand.web.ops;

import io.onhand.relay.RelayFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What operators see; times are seconds in words, as the page shows them.
 *
 * @param readAt when it was read
 * @param failures the oldest rows that consumers could not take
 */
record OperatorBoard(
        String readAt,
        List<Consumer> consumers,
        List<Stage> stages,
        List<Program> programs,
        List<RelayFailure> failures) {

    static final int FAILURES_MAX = 50;

    /**
     * A work consumer of the relay.
     *
     * @param lag age of the oldest row that it does not have, in seconds
     * @param failures rows that it could not take yet
     */
    record Consumer(String name, String lag, String failures) {

        /** Whether somebody should look. */
        public boolean isTroubled() {
            return !failures.equals("0");
        }
    }

    /**
     * A stage of the inbox.
     *
     * @param lag for how many seconds the oldest piece of work has been due
     */
    record Stage(String name, long waiting, long triedBefore, String lag) {}

    /** A program that runs; null where it does not do such work. */
    record Program(
            String name,
            @Nullable String ledgerQueue,
            @Nullable String liveClients,
            String notedAgo) {}
}
