package io.onhand.inbox;

import io.onhand.exceptions.OpenWork;
import java.util.Optional;

/**
 * Settles where a till goes on showing another number than ours. Whoever compares the two
 * implements it. Nothing here may run inside a transaction.
 */
public interface DriftDoor {

    /**
     * What taking the till's number would come to; empty if it is not known, or not to be taken.
     */
    Optional<SettlementPreview.Level> foresee(OpenWork drift);

    /**
     * Posts what makes our number the till's, and closes the exception; false if that cannot be.
     */
    boolean takeTheirs(OpenWork drift);

    /** Has the till told our number, and closes the exception; false if that cannot be. */
    boolean pushOurs(OpenWork drift);
}
