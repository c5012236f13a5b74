package io.onhand.stock;

/**
 * A count: from here on the level is what was counted.
 *
 * @param place where it stands in the level's order
 * @param seq the number of its movement
 * @param counted what was there, in millionths
 * @param clockErrorMs by how much its clock may be off
 * @param revoked whether it was taken back
 */
record Anchor(Position place, long seq, long counted, long clockErrorMs, boolean revoked) {

    Anchor revoke() {
        return new Anchor(place, seq, counted, clockErrorMs, true);
    }
}
