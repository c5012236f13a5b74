package io.onhand.sync;

import java.time.Instant;

/** What is done in turns of one kind. */
interface Task {

    Turn.Kind kind();

    /** Does a turn inside its tenant. */
    Next work(Hold hold);

    /**
     * When the turn comes again.
     *
     * @param attempts how often it went wrong by now; 0 if it went well
     */
    record Next(Instant due, int attempts) {}
}
