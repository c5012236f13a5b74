package io.onhand.inbox;

import io.onhand.exceptions.OpenWork;
import io.onhand.measure.Quantity;
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

    /** What counting would come to; empty if it cannot be counted for this exception. */
    Optional<SettlementPreview.Level> foresee(OpenWork drift, Quantity counted);

    /**
     * Posts what a person counted, of which the till is told as of any count of ours, and closes
     * the exception; false if that cannot be.
     */
    boolean countIt(OpenWork drift, Quantity counted);

    /**
     * Posts what makes our number the till's, and closes the exception; false if that cannot be.
     */
    boolean takeTheirs(OpenWork drift);

    /** Whether the till can be told our number. */
    boolean canPushOurs(OpenWork drift);

    /** Has the till told our number, and closes the exception; false if that cannot be. */
    boolean pushOurs(OpenWork drift);
}
