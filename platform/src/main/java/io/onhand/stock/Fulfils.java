package io.onhand.stock;

/**
 * The promise that a posting uses up.
 *
 * @param whole whether nothing is posted unless all of its lines are held by it still; what
 *     happened already uses up what there is and is posted whatever is left
 */
public record Fulfils(ReservationId reservation, boolean whole) {

    /** Code of the refusal of what is not held any more. */
    public static final String NOT_HELD = "not-held";

    /** Of what happened already. */
    public static Fulfils ofFact(ReservationId reservation) {
        return new Fulfils(reservation, false);
    }

    /** Of what happens only if the promise holds all of it. */
    public static Fulfils whole(ReservationId reservation) {
        return new Fulfils(reservation, true);
    }
}
