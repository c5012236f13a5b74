package io.onhand.sync;

import java.time.Instant;

/**
 * What the events of an observed connection have to do with a level.
 *
 * @param told when the last of those was received that would have moved it
 * @param counted whether one of them counts, and nothing here since
 * @param waiting whether one of them would wait for a person
 */
record Foreseen(Instant told, boolean counted, boolean waiting) {

    /** Nothing: the connection is live, or told nothing of the level. */
    static final Foreseen NOTHING = new Foreseen(Instant.MIN, false, false);
}
